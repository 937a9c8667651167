package io.kehu.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The pid file of PostgreSQL, which outlives a killed owner and then keeps the next server from starting. */
record PostmasterFile(Path directory, Path file) {

    static PostmasterFile in(Path dataDirectory) {
        return new PostmasterFile(dataDirectory, dataDirectory.resolve("postmaster.pid"));
    }

    /** The running server of this directory; empty when it is gone or its pid belongs to another program by now. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(this::servesDirectory);
    }

    /** Ends a server that its owner left behind, and removes the file when its pid was given to another program. */
    void release(Duration patience) throws IOException {
        var orphan = process();
        if (orphan.isPresent()) {
            Processes.end(orphan.get(), patience);
        }
        Files.deleteIfExists(file);
    }

    private boolean servesDirectory(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(command -> command.contains("postgres") && command.contains(directory.toString()))
                .isPresent();
    }
}
