package io.kehu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A started part of the suite in a process of its own, with its log and its pid file. */
final class Child {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LAST_LINES = 15;

    private final String name;
    private final Path log;
    private final Path pidFile;
    private final Process process;
    private volatile boolean wanted = true;

    private Child(String name, Path log, Path pidFile, Process process) {
        this.name = name;
        this.log = log;
        this.pidFile = pidFile;
        this.process = process;
    }

    static Child start(Launch launch, Topology topology) {
        var log = topology.log(launch.name());
        var pidFile = topology.pidFile(launch.name());
        var builder = new ProcessBuilder(launch.command())
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(pidFile.getParent());
            var process = builder.start();
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new Child(launch.name(), log, pidFile, process);
        } catch (IOException e) {
            throw new UncheckedIOException(launch.name() + " could not be started", e);
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** True until somebody asks for its end; an end that nobody asked for is a failure. */
    boolean isWanted() {
        return wanted;
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    int exitStatus() {
        return process.exitValue();
    }

    /** Tells that an end of the process from now on is no failure. */
    void expectEnd() {
        wanted = false;
    }

    void end() {
        end(PATIENCE);
    }

    /** Ends the process, by force when it takes longer than it may. */
    void end(Duration patience) {
        expectEnd();
        Processes.end(process.toHandle(), patience);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said last, for a report of its death. */
    List<String> lastLines() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of("its log cannot be read: " + e.getMessage());
        }
    }
}
