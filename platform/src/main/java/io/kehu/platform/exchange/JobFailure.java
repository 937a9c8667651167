package io.kehu.platform.exchange;

/** A job cannot go on, for a reason that trying again does not mend; the code is a key of the message bundle. */
final class JobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] arguments;

    JobFailure(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }
}
