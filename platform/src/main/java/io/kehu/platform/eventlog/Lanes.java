package io.kehu.platform.eventlog;

import java.util.UUID;

/** Lanes split the outbox so that several relays can share it while each aggregate's events stay in one lane, in order. */
final class Lanes {

    static final int COUNT = 16;

    private Lanes() {}

    static int of(UUID aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), COUNT);
    }
}
