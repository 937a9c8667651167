package io.kehu.servicedesk;

/**
 * The texts of a ticket, which may name people: they never leave this service unsealed.
 *
 * @param reporter who asked, where that is no known contact
 */
public record TicketPersonal(String subject, String description, String reporter, String resolution) {}
