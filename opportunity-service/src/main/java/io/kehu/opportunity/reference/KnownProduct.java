package io.kehu.opportunity.reference;

import io.kehu.events.Money;

/**
 * On what terms a product is sold.
 *
 * @param price the list price 标准价格, or null
 */
public record KnownProduct(Money price, boolean onShelf) {}
