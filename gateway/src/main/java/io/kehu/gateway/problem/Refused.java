package io.kehu.gateway.problem;

import java.util.List;

/** What the gateway's own resources throw when they cannot do what they were asked; told to the caller as a {@link Problem}. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Object[] arguments;
    private final transient List<Field> fields;

    public Refused(Refusal refusal, Object... arguments) {
        this(refusal, List.of(), arguments);
    }

    private Refused(Refusal refusal, List<Field> fields, Object... arguments) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.arguments = arguments;
        this.fields = fields;
    }

    /** One field or parameter that is wrong. */
    public static Refused field(String name, Refusal why, Object... arguments) {
        return fields(List.of(new Field(name, why, arguments)));
    }

    /** @param fields at least one; the status of the whole is that of the first */
    public static Refused fields(List<Field> fields) {
        var impossible = fields.getFirst().why().status() == Refusal.IMPOSSIBLE.status();
        return new Refused(impossible ? Refusal.IMPOSSIBLE : Refusal.INVALID, fields);
    }

    public Refusal refusal() {
        return refusal;
    }

    Object[] arguments() {
        return arguments;
    }

    List<Field> fields() {
        return fields;
    }

    /** A field that is wrong, and why. */
    public record Field(String name, Refusal why, Object... arguments) {}
}
