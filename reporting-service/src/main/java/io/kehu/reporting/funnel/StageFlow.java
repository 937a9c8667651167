package io.kehu.reporting.funnel;

import io.kehu.reporting.Histogram;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What became of the deals that entered one stage, while they are being counted. */
final class StageFlow {

    private static final int HUNDREDTHS = 100;

    private final Map<String, Long> lost = new TreeMap<>();
    private final Histogram days = new Histogram();
    private long entered;
    private long advanced;
    private long invalid;
    private long open;

    /** @param nth place among the stages of all versions of the pipeline */
    record Place(String pipeline, int nth, String stage, String name, int order) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::pipeline).thenComparing(Place::nth).thenComparing(Place::stage);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds deals that have left the stage, by hundredths of days in it; less than none of what was added before. */
    void addStays(WrittenNumbers hundredths, WrittenNumbers deals) {
        while (hundredths.more()) {
            days.add(hundredths.next(), deals.next());
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

    private BigDecimal percentile(double share) {
        var percentile = days.percentile(share);
        return percentile == null ? null : Shares.rounded(BigDecimal.valueOf(percentile / HUNDREDTHS));
    }
}
