package io.kehu.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A product 产品 as published. Nobody owns a product.
 *
 * @param number  the product code
 * @param taxRate share of the price, 0 to 1
 */
public record ProductState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String kind,
        String category,
        String specification,
        String unit,
        Money price,
        BigDecimal taxRate,
        boolean onShelf,
        String description,
        boolean deleted)
        implements AggregateState {}
