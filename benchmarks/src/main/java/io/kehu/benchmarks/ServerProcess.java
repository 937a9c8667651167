package io.kehu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The process that listens on a port of this machine, and the processor time that it has taken, as Linux counts it. */
record ServerProcess(long pid) {

    private static final String LISTENING = "0A";
    private static final double MILLIS_PER_TICK = 10;
    private static final int USER_TIME = 11;

    static ServerProcess listeningOn(int port) throws IOException {
        var socket = "socket:[" + socket(port) + "]";
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (holds(process, socket)) {
                    return new ServerProcess(
                            Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        throw new IllegalStateException("Whoever listens on port " + port + " belongs to somebody else");
    }

    private static String socket(int port) throws IOException {
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table))) {
                var fields = line.strip().split("\\s+");
                if (fields[1].endsWith(":%04X".formatted(port)) && fields[3].equals(LISTENING)) {
                    return fields[9];
                }
            }
        }
        throw new IllegalStateException("Nobody listens on port " + port);
    }

    private static boolean holds(Path process, String socket) {
        try (var files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (var file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException goneOrOfSomebodyElse) {
            return false;
        }
        return false;
    }

    double cpuMillis() throws IOException {
        return ticks(USER_TIME, 2) * MILLIS_PER_TICK;
    }

    /** That of its children too, those that have ended included. */
    double familyCpuMillis() throws IOException {
        var all = ticks(USER_TIME, 4) * MILLIS_PER_TICK;
        for (var child : ProcessHandle.of(pid).orElseThrow().children().toList()) {
            try {
                all += new ServerProcess(child.pid()).cpuMillis();
            } catch (IOException ended) {
                continue;
            }
        }
        return all;
    }

    /** User and system time, and behind these both again for the children that have ended. */
    private long ticks(int from, int fields) throws IOException {
        var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var all = line.substring(line.lastIndexOf(')') + 2).split(" ");
        var sum = 0L;
        for (var field = from; field < from + fields; field++) {
            sum += Long.parseLong(all[field]);
        }
        return sum;
    }
}
