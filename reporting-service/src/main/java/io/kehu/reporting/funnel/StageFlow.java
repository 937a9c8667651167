package io.kehu.reporting.funnel;

import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What became of the deals that entered one stage, while they are being counted. */
final class StageFlow {

    private static final int HUNDREDTHS = 100;

    private final Map<String, Long> lost = new TreeMap<>();
    private final TreeMap<Integer, Long> days = new TreeMap<>();
    private long entered;
    private long advanced;
    private long invalid;
    private long open;

    record Place(String pipeline, String stage, String name, int order) {}

    /** Deals that have something in common; all that entered a stage are told twice, by either of two things. */
    sealed interface Part {
        Place place();
    }

    /** What became of them. */
    record Fate(Place place, boolean advanced, String kind, String lostReason, long deals) implements Part {}

    /** @param deals those that have left the stage, by hundredths of days in it */
    record Stay(Place place, Map<Integer, Long> deals) implements Part {}

    void add(Part part) {
        switch (part) {
            case Fate fate -> add(fate);
            case Stay stay -> stay.deals().forEach((hundredths, deals) -> days.merge(hundredths, deals, Long::sum));
        }
    }

    private void add(Fate fate) {
        entered += fate.deals();
        if (fate.advanced()) {
            advanced += fate.deals();
            return;
        }
        switch (fate.kind()) {
            case "LOST" ->
                lost.merge(fate.lostReason() == null ? "NOT_RECORDED" : fate.lostReason(), fate.deals(), Long::sum);
            case "INVALID" -> invalid += fate.deals();
            case "OPEN" -> open += fate.deals();
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
    private int at(long rank) {
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
