package io.kehu.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The one process that keeps a suite up: it hosts Kafka, watches its children, and takes them along when it ends. */
final class Supervisor {

    static final String NAME = "supervisor";

    private final Topology topology;
    private final Progress progress;
    private final Suite suite;

    Supervisor(Topology topology, PrintStream output) {
        this.topology = topology;
        this.progress = new Progress(output);
        this.suite = new Suite(topology, progress);
    }

    /** Starts the suite and stays until a signal ends the program. */
    void run() throws IOException {
        Files.createDirectories(topology.home().resolve("logs"));
        Files.createDirectories(outcome(topology).getParent());
        var lock = lock();
        Files.deleteIfExists(outcome(topology));
        Files.writeString(
                topology.pidFile(NAME), Long.toString(ProcessHandle.current().pid()));
        var left = new Leftovers(topology).sweep();
        if (!left.isEmpty()) {
            progress.say("ended what a killed run left behind: %s", String.join(", ", left));
        }
        topology.requireFreePorts();
        rotateLogs();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lock), "stop"));
        var ready = suite.start();
        new Overview(topology, progress).print(ready, Memory.megabytes(suite.processes()));
        Files.writeString(outcome(topology), ready ? "ready" : "sick");
        ControlSocket.of(topology).serve(this::obey);
    }

    /** Says how the start went, once it is over. */
    static Path outcome(Topology topology) {
        return topology.home().resolve("run/outcome");
    }

    private boolean obey(List<String> words, PrintStream output) {
        var name = words.getLast();
        try {
            return switch (words.getFirst()) {
                case "start" -> start(name, output);
                case "stop" -> stop(name, output);
                case "restart" -> stop(name, output) && start(name, output);
                default -> throw new StackFailure("unknown command " + words.getFirst());
            };
        } catch (StackFailure e) {
            output.println(e.getMessage());
            return false;
        }
    }

    private boolean start(String name, PrintStream output) {
        var ready = suite.start(name);
        output.println(ready ? name + " is ready" : "%1$s is not ready; ./kehu logs %1$s tells why".formatted(name));
        return ready;
    }

    private boolean stop(String name, PrintStream output) {
        suite.stop(name);
        output.println(name + " is stopped");
        return true;
    }

    private FileLock lock() throws IOException {
        var channel = FileChannel.open(
                topology.home().resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            throw new StackFailure("Kehu is up already (home %s); ./kehu down ends it".formatted(topology.home()));
        }
        return lock;
    }

    private void stop(FileLock lock) {
        progress.say("stopping");
        suite.close();
        try {
            Files.deleteIfExists(topology.pidFile(NAME));
            Files.deleteIfExists(outcome(topology));
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("Kehu is down");
    }

    private void rotateLogs() throws IOException {
        var parts = Stream.concat(topology.services().stream(), Stream.of(Topology.KEYCLOAK));
        for (var log : parts.map(topology::log).filter(Files::exists).toList()) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
