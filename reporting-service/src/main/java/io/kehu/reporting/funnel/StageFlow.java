package io.kehu.reporting.funnel;

import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of the deals that entered one stage, while they are being counted. */
final class StageFlow {

    private static final int HUNDREDTHS = 100;

    private final Map<String, Long> lost = new TreeMap<>();
    private final Map<Integer, Long> days = new HashMap<>();
    private long entered;
    private long advanced;
    private long invalid;
    private long open;

    record Place(String pipeline, String stage, String name, int order) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::pipeline)
                .thenComparing(Place::order)
                .thenComparing(Place::stage)
                .thenComparing(Place::name);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds deals that have left the stage, by hundredths of days in it; less than none of what was added before. */
    void addStays(WrittenNumbers hundredths, WrittenNumbers deals) {
        while (hundredths.more()) {
            days.merge(hundredths.next(), (long) deals.next(), Long::sum);
        }
    }

    /** Adds deals of which the same became; all that entered the stage are told so, those that have left it besides. */
    void addFate(boolean advanced, String kind, String lostReason, long deals) {
        entered += deals;
        if (advanced) {
            this.advanced += deals;
            return;
        }
        switch (kind) {
            case "LOST" -> lost.merge(lostReason == null ? "NOT_RECORDED" : lostReason, deals, Long::sum);
            case "INVALID" -> invalid += deals;
            case "OPEN" -> open += deals;
            default -> {}
        }
    }

    boolean entered() {
        return entered > 0;
    }

    Cohort.Stage row(Place place) {
        var sorted = new TreeMap<>(days);
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
                percentile(sorted, 0.5),
                percentile(sorted, 0.9));
    }

    /** Between the two deals nearest to it, as {@code percentile_cont} of PostgreSQL has it; null of none. */
    private static BigDecimal percentile(TreeMap<Integer, Long> days, double share) {
        var deals = days.values().stream().mapToLong(Long::longValue).sum();
        if (deals == 0) {
            return null;
        }
        var rank = share * (deals - 1);
        var lower = at(days, (long) Math.floor(rank));
        var upper = at(days, (long) Math.ceil(rank));
        return Shares.rounded(BigDecimal.valueOf((lower + (upper - lower) * (rank % 1)) / HUNDREDTHS));
    }

    /** The days of the deal with this rank, from 0. */
    private static int at(TreeMap<Integer, Long> days, long rank) {
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
