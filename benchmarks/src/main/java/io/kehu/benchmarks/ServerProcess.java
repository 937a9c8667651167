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
        var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) * MILLIS_PER_TICK;
    }
}
