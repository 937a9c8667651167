package io.kehu.platform.problem;

import java.util.List;

/** The caller has done this too often: 429 with Retry-After. */
public final class TooMany extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** @param seconds after which it may be tried again */
    public TooMany(String code, long seconds, Object... arguments) {
        super(429, code, List.of(), arguments);
        this.seconds = seconds;
    }

    public long seconds() {
        return seconds;
    }
}
