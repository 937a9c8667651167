package io.kehu.reporting.forecast;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What history says of the chance that a deal is won in the k-th month from now: the share of the deals that stood in the
 * same stage at the same age when the same month of a quarter began, and were won in the k-th month from then. Few deals say
 * little, so shares are drawn towards those of any month, these towards those of the stage at any age, and these towards those
 * of all deals, as if {@value #DRAW} more deals had behaved so.
 */
final class WinChances {

    /** How many months ahead anything is said. */
    static final int HORIZON = 12;

    private static final double DRAW = 20;
    private static final Comparator<String> TEXT = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<AgedStage> ORDER = Comparator.comparing(AgedStage::pipeline, TEXT)
            .thenComparing(AgedStage::stage, TEXT)
            .thenComparing(AgedStage::age, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final int QUARTER = 3;

    private final Map<Level, Counts> counts = new HashMap<>();

    private WinChances() {}

    /** @param monthOfQuarter 0 to 2, or null for any */
    private record Level(AgedStage stage, Integer monthOfQuarter) {}

    private static final class Counts {
        private final long[] seen = new long[HORIZON + 1];
        private final long[] won = new long[HORIZON + 1];
    }

    /** Learns from what was known when month {@code until} began: of each observation, the months that were over by then. */
    static WinChances learn(Collection<Observation> observations, int until) {
        var chances = new WinChances();
        for (var observation : observations) {
            for (var level : levels(observation.stage(), observation.month())) {
                chances.add(level, observation, until);
            }
        }
        return chances;
    }

    /** From that of all deals to the one that fits best. */
    private static List<Level> levels(AgedStage stage, int month) {
        return List.of(
                new Level(AgedStage.ANYWHERE, null),
                new Level(stage.ofAnyAge(), null),
                new Level(stage, null),
                new Level(stage, Math.floorMod(month, QUARTER)));
    }

    private void add(Level level, Observation observation, int until) {
        var count = counts.computeIfAbsent(level, _ -> new Counts());
        for (var month = 1; month <= Math.min(HORIZON, until - observation.month()); month++) {
            count.seen[month] += observation.deals();
            if (observation.wonIn() != null && observation.wonIn() == month) {
                count.won[month] += observation.deals();
            }
        }
    }

    /** Whether any deal has been followed for so many months. */
    boolean reach(int months) {
        return seen(AgedStage.ANYWHERE, months) > 0;
    }

    /** Deals that have been followed for one month at least, each counted once for each month. */
    long seen(AgedStage stage) {
        return seen(stage, 1);
    }

    private long seen(AgedStage stage, int month) {
        var count = counts.get(new Level(stage, null));
        return count == null ? 0 : count.seen[month];
    }

    /** Where deals have been seen, each age apart, in an order to be told in. */
    List<AgedStage> known() {
        return counts.keySet().stream()
                .filter(level -> level.monthOfQuarter() == null)
                .map(Level::stage)
                .filter(stage -> stage.age() == null || stage.age() >= 0)
                .filter(stage -> seen(stage) > 0)
                .sorted(ORDER)
                .toList();
    }

    /** The chance of being won in the {@code ahead}-th month, from 1, seen from the month of this number. */
    double in(int ahead, AgedStage stage, int month) {
        var chance = Double.NaN;
        for (var level : levels(stage, month)) {
            chance = share(level, ahead, chance);
        }
        return chance;
    }

    /** The chance of being won within so many months, seen from the month of this number. */
    double within(int months, AgedStage stage, int month) {
        return IntStream.rangeClosed(1, months)
                .mapToDouble(ahead -> in(ahead, stage, month))
                .sum();
    }

    private double share(Level level, int ahead, double drawnTo) {
        var count = counts.get(level);
        var seen = count == null ? 0 : count.seen[ahead];
        var won = count == null ? 0 : count.won[ahead];
        if (Double.isNaN(drawnTo)) {
            return seen == 0 ? 0 : (double) won / seen;
        }
        return (won + DRAW * drawnTo) / (seen + DRAW);
    }
}
