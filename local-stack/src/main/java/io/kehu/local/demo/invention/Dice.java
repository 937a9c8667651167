package io.kehu.local.demo.invention;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that can be repeated: every made-up thing has dice of its own, thrown in its own order, so that a larger company
 * holds the same things as a smaller one of the same seed, and more.
 */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /**
     * @param kind  of thing, for instance {@code customer}
     * @param index which one of its kind
     */
    static Dice of(long seed, String kind, long index) {
        return new Dice(new SplittableRandom(mixed(mixed(mixed(seed) + kind.hashCode()) + index)));
    }

    /** The finalizer of SplitMix64, for seeds that lie side by side must not give things alike. */
    private static long mixed(long value) {
        var bits = value + 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An index into {@code weights}, the more often the heavier. */
    int weighted(int... weights) {
        var total = 0;
        for (var weight : weights) {
            total += weight;
        }
        var thrown = random.nextInt(total);
        var index = 0;
        while (thrown >= weights[index]) {
            thrown -= weights[index++];
        }
        return index;
    }

    /** Small numbers are as likely as large ones of the same order of magnitude. */
    int magnitude(int least, int most) {
        return (int) Math.round(least * Math.pow((double) most / least, random.nextDouble()));
    }
}
