package io.kehu.platform.problem;

import java.util.List;

/** The caller may see the record, but not do this to it: 403. */
public final class Forbidden extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public Forbidden(String code, Object... arguments) {
        super(403, code, List.of(), arguments);
    }
}
