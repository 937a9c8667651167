package io.kehu.reporting.target;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What targets are of. */
@Schema(name = "TargetMetricOfReport")
public enum Metric {
    WON_AMOUNT(Source.WON),
    WON_COUNT(Source.WON),
    CONTRACT_AMOUNT(Source.SIGNED),
    /** Nothing tells yet what has been collected. */
    COLLECTED_AMOUNT(Source.NONE);

    /** Where what was achieved is read. */
    enum Source {
        WON,
        SIGNED,
        NONE
    }

    private final Source source;

    Metric(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    boolean counts() {
        return this == WON_COUNT;
    }
}
