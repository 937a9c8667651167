package io.kehu.platform.problem;

import java.util.List;

/** The record has moved on since the version that the caller named in If-Match: 412. */
public final class PreconditionFailed extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private final long currentVersion;

    public PreconditionFailed(long currentVersion) {
        super(412, "version.stale", List.of(), currentVersion);
        this.currentVersion = currentVersion;
    }

    public long currentVersion() {
        return currentVersion;
    }
}
