package io.kehu.platform.problem;

import java.util.List;

/** The record's present state forbids the change: 409. */
public final class RuleViolation extends DomainProblem {

    private static final long serialVersionUID = 1L;

    public RuleViolation(String code, Object... arguments) {
        super(409, code, List.of(), arguments);
    }

    public RuleViolation(String code, List<InvalidField> fields, Object... arguments) {
        super(409, code, fields, arguments);
    }
}
