package io.kehu.platform.problem;

import java.util.List;

/** Another record or request stands in the way: 409. */
public final class Conflict extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public Conflict(String code, Object... arguments) {
        super(409, code, List.of(), arguments);
    }

    public Conflict(String code, List<InvalidField> fields, Object... arguments) {
        super(409, code, fields, arguments);
    }
}
