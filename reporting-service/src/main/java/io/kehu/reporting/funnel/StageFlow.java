package io.kehu.reporting.funnel;

import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What became of the deals that entered one stage, while they are being counted. */
final class StageFlow {

    private static final int HUNDREDTHS = 100;

    private final Map<String, Long> lost = new TreeMap<>();
    private final TreeMap<Long, Long> days = new TreeMap<>();
    private long entered;
    private long advanced;
    private long invalid;
    private long open;

    record Place(String pipeline, String stage, String name, int order) {}

    /** @param hundredths of days in the stage; null while in it or not known */
    record Part(Place place, boolean advanced, String kind, String lostReason, Long hundredths, long deals) {}

    void add(Part part) {
        entered += part.deals();
        if (part.hundredths() != null) {
            days.merge(part.hundredths(), part.deals(), Long::sum);
        }
        if (part.advanced()) {
            advanced += part.deals();
            return;
        }
        switch (part.kind()) {
            case "LOST" ->
                lost.merge(part.lostReason() == null ? "NOT_RECORDED" : part.lostReason(), part.deals(), Long::sum);
            case "INVALID" -> invalid += part.deals();
            case "OPEN" -> open += part.deals();
            default -> {}
        }
    }

    Cohort.Stage row(Place place) {
        return new Cohort.Stage(
                place.pipeline(),
                place.stage(),
                place.name(),
                place.order(),
                entered,
                advanced,
                Shares.share(advanced, entered),
                lost,
                invalid,
                open,
                percentile(0.5),
                percentile(0.9));
    }

    /** Between the two deals nearest to it, as {@code percentile_cont} of PostgreSQL has it; null of none. */
    private BigDecimal percentile(double share) {
        var deals = days.values().stream().mapToLong(Long::longValue).sum();
        if (deals == 0) {
            return null;
        }
        var rank = share * (deals - 1);
        var lower = at((long) Math.floor(rank));
        var upper = at((long) Math.ceil(rank));
        return Shares.rounded(BigDecimal.valueOf((lower + (upper - lower) * (rank % 1)) / HUNDREDTHS));
    }

    /** The days of the deal with this rank, from 0. */
    private long at(long rank) {
        var passed = 0L;
        for (var each : days.entrySet()) {
            passed += each.getValue();
            if (passed > rank) {
                return each.getKey();
            }
        }
        return days.lastKey();
    }
}
