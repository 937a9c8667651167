package io.kehu.benchmarks;

import io.kehu.local.LocalPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, with prepared statements: how fast the database is when nobody stands before it. */
record PgBench(int port, Path folder, int clients, Duration time) {

    private static final Path PROGRAM = Path.of("/usr/bin/pgbench");
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");
    private static final Pattern DONE = Pattern.compile("actually processed: (\\d+)");

    record Result(int transactions, double perSecond) {}

    static boolean available() {
        return Files.isExecutable(PROGRAM);
    }

    /** Runs the scripts, each as likely as the others. */
    Result run(List<String> scripts) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + Math.max(1, time.toSeconds()),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=customer"));
        for (var script : scripts) {
            var file = Files.createTempFile(folder, "script", ".sql");
            Files.writeString(file, script);
            command.add("--file=" + file);
        }
        command.add("customer");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", LocalPostgres.PASSWORD);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return new Result((int) number(DONE, output), number(RATE, output));
    }

    private static double number(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(found.group(1));
    }
}
