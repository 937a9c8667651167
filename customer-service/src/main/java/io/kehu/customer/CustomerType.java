package io.kehu.customer;

/** What a customer is in law. */
public enum CustomerType {
    COMPANY,
    SOLE_PROPRIETOR,
    INDIVIDUAL,
    GROUP
}
