package io.kehu.customer;

/** Where the relationship with a customer stands 客户阶段. */
enum Lifecycle {
    PROSPECT,
    QUALIFIED,
    ACTIVE,
    AT_RISK,
    CHURNED,
    BLACKLISTED
}
