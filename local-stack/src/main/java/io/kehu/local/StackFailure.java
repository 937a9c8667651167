package io.kehu.local;

/** Something the person at the keyboard can act on: shown as one message, never as a stack trace. */
final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackFailure(String message) {
        super(message);
    }
}
