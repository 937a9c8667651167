package io.kehu.local.demo.invention;

import java.time.Instant;

/**
 * A made-up follow-up of a customer.
 *
 * @param opportunity external id of the deal that it is about, or null
 * @param outcome     null unless somebody was called
 * @param result      null if it led to nothing
 */
public record MadeActivity(
        String key,
        MadeCustomer customer,
        String opportunity,
        Vocabulary.ActivityText text,
        Instant happenedAt,
        int minutes,
        String outcome,
        String result) {}
