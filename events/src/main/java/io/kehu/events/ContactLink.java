package io.kehu.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a contact 联系人 belongs to a customer, as published.
 *
 * @param role    what the contact is there, in the customer's own words, or null
 * @param primary whether it is the contact's main customer
 * @param from    since when, or null if that is not known
 * @param to      until when, or null while it lasts
 */
public record ContactLink(UUID customerId, String role, boolean primary, LocalDate from, LocalDate to) {}
