package io.kehu.benchmarks;

import io.kehu.local.LocalKafka;
import io.kehu.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PostgreSQL, Kafka and packaged services of a benchmark's own, on free ports, with files in one folder. */
final class TestBed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final String database;
    private final Issuer issuer;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final List<Process> services = new ArrayList<>();

    private TestBed(Path folder, String database, Issuer issuer, LocalPostgres postgres, LocalKafka kafka) {
        this.folder = folder;
        this.database = database;
        this.issuer = issuer;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** @param database and its user, of the service that is measured */
    static TestBed start(Path folder, String database, Issuer issuer) {
        return new TestBed(
                folder,
                database,
                issuer,
                LocalPostgres.start(folder.resolve("postgres/data"), 0, true, List.of(database)),
                LocalKafka.start(null, 0, 0));
    }

    /** Starts a packaged service and waits until it is ready. Answers its port. */
    int start(String name, Path application, Map<String, String> settings) throws IOException, InterruptedException {
        var port = freePort();
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "KEHU_POSTGRES_PORT", Integer.toString(postgres.port()),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "KEHU_DEVELOPMENT", "true",
                "KEHU_DIRECTORY_ENABLED", "false",
                "KEHU_KEYCLOAK_URL", issuer.url(),
                "MALLOC_ARENA_MAX", "2"));
        environment.putAll(settings);
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        application.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        services.add(process);
        for (var end = System.nanoTime() + PATIENCE.toNanos(); !ready(port); Thread.sleep(200)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(name + " did not start: see " + folder.resolve(name + ".log"));
            }
        }
        return port;
    }

    private static boolean ready(int port) {
        try (var connection = new HttpConnection(port, "")) {
            return connection
                            .send(HttpConnection.Request.get("/q/health/ready"))
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), database, LocalPostgres.PASSWORD);
    }

    int postgresPort() {
        return postgres.port();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        services.forEach(Process::destroy);
        for (var service : services) {
            try {
                service.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            service.destroyForcibly();
        }
        kafka.close();
        postgres.close();
        remove(folder.resolve("postgres"));
    }

    /** A million rows are not left behind; the logs are. */
    private static void remove(Path data) {
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
