package io.kehu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a benchmark is asked for on its command line, as {@code name=value}. */
record Options(
        Path root,
        Path folder,
        Optional<Path> application,
        List<Integer> sizes,
        int clients,
        Duration time,
        boolean lists,
        boolean files) {

    static Options of(String... arguments) throws IOException {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            given.put(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        return new Options(
                Path.of(given.getOrDefault("root", ".")),
                given.containsKey("folder")
                        ? Path.of(given.get("folder"))
                        : Files.createTempDirectory("kehu-benchmark"),
                Optional.ofNullable(given.get("application")).map(Path::of),
                Stream.of(given.getOrDefault("sizes", "10000,100000,1000000").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(given.getOrDefault("clients", "4")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "6"))),
                Boolean.parseBoolean(given.getOrDefault("lists", "true")),
                Boolean.parseBoolean(given.getOrDefault("files", "true")));
    }
}
