package io.kehu.platform.problem;

import java.util.List;

/** The request itself is wrong: 400. */
public final class BadRequest extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public BadRequest(String code, Object... arguments) {
        super(400, code, List.of(), arguments);
    }

    public BadRequest(String code, List<InvalidField> fields, Object... arguments) {
        super(400, code, fields, arguments);
    }
}
