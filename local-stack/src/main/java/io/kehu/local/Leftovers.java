package io.kehu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes whose supervisor was killed, and pid files of processes that are gone. */
record Leftovers(Topology topology) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The running process of a part; empty when it is gone or its pid belongs to a stranger by now. */
    Optional<ProcessHandle> process(String part) {
        try {
            var file = topology.pidFile(part);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var pid = Files.readString(file).strip();
            return pid.matches("\\d+")
                    ? ProcessHandle.of(Long.parseLong(pid))
                            .filter(ProcessHandle::isAlive)
                            .filter(this::isOurs)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a killed run left behind, services first, and tells what that was. */
    List<String> sweep() {
        var running = new LinkedHashMap<String, ProcessHandle>();
        parts().forEach(part -> process(part).ifPresent(process -> running.put(part, process)));
        running.values().forEach(ProcessHandle::destroy);
        running.values().forEach(process -> Processes.end(process, PATIENCE));
        var left = new ArrayList<>(running.keySet());
        parts().map(topology::pidFile).forEach(Leftovers::remove);
        try {
            var postmaster = PostmasterFile.in(topology.postgresData());
            if (postmaster.process().isPresent()) {
                left.add(Topology.POSTGRES);
            }
            postmaster.release(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }

    private Stream<String> parts() {
        return Stream.concat(topology.services().stream(), Stream.of(Topology.KEYCLOAK));
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(command -> command.contains(topology.root().toString())
                        || command.contains(topology.home().toString()))
                .isPresent();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
