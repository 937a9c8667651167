package io.kehu.platform.problem;

import java.util.List;

/** Another record or request stands in the way: 409. */
public final class Conflict extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private final transient Object details;

    public Conflict(String code, Object... arguments) {
        this(null, code, List.of(), arguments);
    }

    private Conflict(Object details, String code, List<InvalidField> fields, Object... arguments) {
        super(409, code, fields, arguments);
        this.details = details;
    }

    /** With what a client needs to go on. */
    public static Conflict telling(Object details, String code, Object... arguments) {
        return new Conflict(details, code, List.of(), arguments);
    }

    @Override
    public Object details() {
        return details;
    }

    public Conflict(String code, List<InvalidField> fields, Object... arguments) {
        this(null, code, fields, arguments);
    }
}
