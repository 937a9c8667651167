package io.kehu.platform.exchange;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Gets work on many things done in one go, or in halves, until the one to blame stands alone. */
final class Attempts {

    private static final int TRIES = 3;

    private Attempts() {}

    /**
     * @param work  does all of its part, or fails and leaves nothing behind
     * @param blame told what is left when a failing part has been halved down to one
     */
    static <T> void through(List<T> all, Consumer<List<T>> work, BiConsumer<T, RuntimeException> blame) {
        var failure = attempt(all, work);
        if (failure == null) {
            return;
        }
        if (all.size() > 1) {
            var half = all.size() / 2;
            through(all.subList(0, half), work, blame);
            through(all.subList(half, all.size()), work, blame);
        } else {
            blame.accept(all.getFirst(), failure);
        }
    }

    /** Why the work cannot be done, or null if it is. */
    private static <T> RuntimeException attempt(List<T> part, Consumer<List<T>> work) {
        for (var tries = 1; ; tries++) {
            try {
                work.accept(part);
                return null;
            } catch (RuntimeException failure) {
                switch (Setback.of(failure)) {
                    case AWAY, CLAIM_LOST -> throw failure;
                    case CONTENTION -> {
                        if (tries == TRIES) {
                            return failure;
                        }
                    }
                    case ROWS -> {
                        return failure;
                    }
                }
            }
        }
    }
}
