package io.kehu.opportunity;

import io.kehu.events.Money;

/**
 * What a line takes from its product where it says nothing itself.
 *
 * @param price null if the product has none
 */
record Offer(String product, Money price) {}
