package io.kehu.local.demo.invention;

import java.util.List;

/**
 * A made-up customer.
 *
 * @param index  which one, from 1
 * @param words  its language
 * @param parent index of the head of its group, or 0
 * @param brand  what the names of a group's companies have in common
 */
public record MadeCustomer(
        int index,
        Vocabulary words,
        Vocabulary.Country country,
        Vocabulary.Place place,
        int parent,
        String brand,
        String name,
        String type,
        String creditCode,
        String industry,
        int employees,
        long revenue,
        int yearEstablished,
        String phone,
        String source,
        String level,
        List<String> tags,
        Seller seller) {

    public String externalId() {
        return externalId(index);
    }

    public static String externalId(int index) {
        return "customer-%06d".formatted(index);
    }

    public String website() {
        return "https://c%06d.%s".formatted(index, country.domain());
    }

    public String email() {
        return "info@c%06d.%s".formatted(index, country.domain());
    }
}
