package io.kehu.events;

/**
 * An address 地址 as published.
 *
 * @param kind     REGISTERED 注册地址, OFFICE, BILLING or SHIPPING
 * @param country  ISO 3166 code of two letters
 * @param province GB/T 2260 code in China, elsewhere a name; likewise city and district
 */
public record PostalAddress(
        String kind, String country, String province, String city, String district, String street, String postalCode) {}
