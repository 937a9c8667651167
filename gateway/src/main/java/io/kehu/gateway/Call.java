package io.kehu.gateway;

import java.time.Duration;

/** One request at one instance; however it ends, it ends once and the instance learns from it. */
public final class Call {

    /** How a request at an instance ended. */
    public enum Outcome {
        SUCCESS,
        CLIENT_ERROR,
        SERVER_ERROR,
        FAILED,
        TIMED_OUT,
        CANCELLED;

        public static Outcome of(int status) {
            return status < 400 ? SUCCESS : status < 500 ? CLIENT_ERROR : SERVER_ERROR;
        }
    }

    private final Instance instance;
    private final long began = System.nanoTime();
    private boolean answered;
    private boolean ended;

    Call(Instance instance) {
        this.instance = instance;
    }

    public Instance instance() {
        return instance;
    }

    /** The head of the answer is here: the instance works, whatever becomes of the rest. */
    public void answered() {
        answered = true;
        instance.answered();
    }

    public void end(Outcome outcome) {
        if (!ended) {
            ended = true;
            instance.ended(outcome, answered, Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
