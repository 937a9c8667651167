package io.kehu.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The TypeScript client and the journey written with it: generated from the suite's OpenAPI document, checked and built
 * by npm in {@code target/typescript}. Without Node tests that want it are skipped, and say so.
 */
final class TypeScriptClient {

    private static final Path SOURCES = Path.of("src/test/typescript");
    private static final Path DOCUMENT = Path.of("../docs/openapi.json");
    private static final Path FOLDER = Path.of("target/typescript").toAbsolutePath();
    private static final int OLDEST_NODE = 20;
    private static final int PATIENCE_MINUTES = 5;

    private TypeScriptClient() {}

    /** Installs what the lock file names, if that is not there yet, generates the client and compiles the journey. */
    static void build() {
        Assumptions.assumeTrue(
                hasNode(), "The TypeScript client is skipped: it needs Node " + OLDEST_NODE + " or later with npm");
        try {
            var installed = FOLDER.resolve("node_modules/.package-lock.json");
            var lock = FOLDER.resolve("package-lock.json");
            var stale = !Files.exists(installed)
                    || !Files.exists(lock)
                    || Files.mismatch(SOURCES.resolve("package-lock.json"), lock) >= 0;
            copySources();
            if (stale) {
                npm("ci");
            }
            npm("run", "generate");
            npm("run", "check");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the journey on the suite that the environment names, and gives what it told. */
    static String journey(Map<String, String> environment) {
        return run(environment, "node", "built/journey.js");
    }

    private static boolean hasNode() {
        try {
            npm("--version");
            var major = run(Map.of(), "node", "--print", "process.versions.node.split('.')[0]");
            return Integer.parseInt(major.strip()) >= OLDEST_NODE;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static void copySources() throws IOException {
        Files.createDirectories(FOLDER);
        try (var sources = Files.newDirectoryStream(SOURCES, entry -> Files.isRegularFile(entry))) {
            for (var source : sources) {
                Files.copy(source, FOLDER.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(DOCUMENT, FOLDER.resolve("openapi.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void npm(String... command) {
        var all = new ArrayList<>(List.of("npm"));
        all.addAll(List.of(command));
        run(Map.of(), all.toArray(String[]::new));
    }

    private static String run(Map<String, String> environment, String... command) {
        try {
            Files.createDirectories(FOLDER);
            var log = Files.createTempFile(FOLDER, "run", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            var told = Files.readString(log);
            Files.delete(log);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + told);
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
