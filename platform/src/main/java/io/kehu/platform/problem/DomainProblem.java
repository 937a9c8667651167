package io.kehu.platform.problem;

import java.util.List;

/** What domain code throws when it cannot do what it was asked; told to the caller as a {@link Problem}. */
public abstract sealed class DomainProblem extends RuntimeException
        permits NotFound,
                Forbidden,
                Invalid,
                BadRequest,
                RuleViolation,
                Conflict,
                Merged,
                NotDone,
                PreconditionFailed,
                Expired,
                TooMany,
                Unavailable {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<InvalidField> fields;

    DomainProblem(int status, String code, List<InvalidField> fields, Object... arguments) {
        super(code + " " + List.of(arguments), null, false, false);
        this.status = status;
        this.code = code;
        this.fields = fields;
        this.arguments = arguments;
    }

    /** A field that is wrong; {@code code} is a key of the message bundle. */
    public record InvalidField(String field, String code, Object... arguments) {}

    public final int status() {
        return status;
    }

    public final String code() {
        return code;
    }

    public final Object[] arguments() {
        return arguments;
    }

    /** What a client needs beside the text to go on, or null. */
    public Object details() {
        return null;
    }

    public final List<InvalidField> fields() {
        return fields;
    }
}
