package io.kehu.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A competitor 竞争对手 as published. Nobody owns a competitor. */
public record CompetitorState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String website,
        Set<String> productCategories,
        List<MarketShare> marketShares,
        Set<String> salesChannels,
        String strengths,
        String weaknesses,
        Map<String, Object> customFields,
        boolean deleted,
        Set<String> tags)
        implements AggregateState {

    /**
     * @param period a year, quarter or month, for instance 2026, 2026-Q1 or 2026-03
     * @param share  0 to 1
     */
    public record MarketShare(String period, BigDecimal share) {}
}
