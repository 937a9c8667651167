package io.kehu.local.demo.invention;

/** A made-up person at a made-up customer. */
public record MadeContact(
        String externalId,
        MadeCustomer customer,
        String name,
        String salutation,
        Vocabulary.Position position,
        String phone,
        String email) {}
