package io.kehu.platform.problem;

import java.util.List;

/** What is asked for was there once and cannot be told any more: 410. */
public final class Expired extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public Expired(String code, Object... arguments) {
        super(410, code, List.of(), arguments);
    }
}
