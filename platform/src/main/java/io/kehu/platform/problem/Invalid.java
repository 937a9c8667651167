package io.kehu.platform.problem;

import java.util.List;

/** The request is well-formed but asks for something that cannot be: 422. */
public final class Invalid extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public Invalid(String code, Object... arguments) {
        super(422, code, List.of(), arguments);
    }

    public Invalid(String code, List<InvalidField> fields, Object... arguments) {
        super(422, code, fields, arguments);
    }
}
