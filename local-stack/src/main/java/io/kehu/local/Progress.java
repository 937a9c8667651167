package io.kehu.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Tells the person at the keyboard what happens, each line with the seconds since the beginning. */
final class Progress {

    private final PrintStream output;
    private final Instant begin = Instant.now();

    Progress(PrintStream output) {
        this.output = output;
    }

    void say(String message, Object... values) {
        print("%6.1f s  %s".formatted(seconds(), message.formatted(values)));
    }

    void print(String line) {
        synchronized (output) {
            output.println(line);
            output.flush();
        }
    }

    double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
