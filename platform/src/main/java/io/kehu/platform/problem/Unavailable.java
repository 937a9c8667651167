package io.kehu.platform.problem;

import java.util.List;

/** Something that is needed is away for the moment: 503 with Retry-After. */
public final class Unavailable extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public Unavailable(String code, Object... arguments) {
        super(503, code, List.of(), arguments);
    }

    public Unavailable(String code, List<InvalidField> fields, Object... arguments) {
        super(503, code, fields, arguments);
    }
}
