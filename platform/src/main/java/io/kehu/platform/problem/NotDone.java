package io.kehu.platform.problem;

import java.util.List;

/** It was taken back because another part of the same request failed: 424. */
public final class NotDone extends DomainProblem {

    private static final long serialVersionUID = 1L;

    /** @param failed index of the command that failed */
    public NotDone(int failed) {
        super(424, "batch.not-done", List.of(), failed);
    }
}
