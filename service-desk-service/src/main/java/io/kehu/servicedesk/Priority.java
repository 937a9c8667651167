package io.kehu.servicedesk;

/** How soon a ticket is worked on 优先级, the most urgent first: rows are sorted by this order. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** The usual matrix of impact and urgency; what is not told counts as medium. */
    static Priority of(Level impact, Level urgency) {
        return values()[Math.min(distance(impact) + distance(urgency), LOW.ordinal())];
    }

    private static int distance(Level level) {
        return level == null ? Level.MEDIUM.ordinal() : level.ordinal();
    }
}
