package io.kehu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a benchmark is asked for on its command line, as {@code name=value}. */
record Options(Path root, Path folder, List<Integer> sizes, int clients, Duration time, boolean lists, boolean files) {

    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("root", "folder", "sizes", "clients", "seconds", "lists", "files"));

    /** The packaged application of a module. */
    Path packaged(String module) {
        return root.resolve(module + "/target/quarkus-app/quarkus-run.jar");
    }

    static Options of(String... arguments) throws IOException {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (!NAMES.contains(parts[0])) {
                throw new IllegalArgumentException(parts[0] + " is none of " + NAMES);
            }
            given.put(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        return new Options(
                Path.of(given.getOrDefault("root", ".")),
                given.containsKey("folder")
                        ? Path.of(given.get("folder"))
                        : Files.createTempDirectory("kehu-benchmark"),
                Stream.of(given.getOrDefault("sizes", "10000,100000,1000000").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(given.getOrDefault("clients", "4")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "6"))),
                Boolean.parseBoolean(given.getOrDefault("lists", "true")),
                Boolean.parseBoolean(given.getOrDefault("files", "true")));
    }
}
