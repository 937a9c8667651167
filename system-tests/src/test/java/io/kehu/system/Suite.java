package io.kehu.system;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The running suite as a user has it: started, asked and ended by the start script, on ports and data of its own. */
final class Suite implements AutoCloseable {

    /** Whether to take a suite that is up already on its usual ports, and leave it up: {@code -Dsuite.running=true}. */
    private static final boolean RUNNING = Boolean.getBoolean("suite.running");

    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("GATEWAY", 8080),
            Map.entry("CUSTOMER_SERVICE", 8081),
            Map.entry("OPPORTUNITY_SERVICE", 8082),
            Map.entry("ACTIVITY_SERVICE", 8083),
            Map.entry("SERVICE_DESK_SERVICE", 8084),
            Map.entry("CONTRACT_SERVICE", 8085),
            Map.entry("REPORTING_SERVICE", 8086),
            Map.entry("KEYCLOAK", 8180),
            Map.entry("POSTGRES", 15_432),
            Map.entry("KAFKA", 19_092),
            Map.entry("KAFKA_CONTROLLER", 19_093));
    /** Below the ports that outgoing connections take. */
    private static final int FIRST_PORT = 21_080;

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration TOKEN_USE = Duration.ofMinutes(3);

    private final Path root = Path.of("..").toAbsolutePath().normalize();
    private final Path home =
            RUNNING ? root.resolve(".kehu") : Path.of("target/kehu").toAbsolutePath();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();

    Suite() {
        PORTS.forEach((part, port) -> environment.put(variable(part), Integer.toString(port)));
        if (!RUNNING) {
            takeFreePorts();
            environment.put("KEHU_AOT", "off");
            environment.put("KEHU_GATEWAY_LIMITS_ENABLED", "false");
        }
        environment.put("KEHU_HOME", home.toString());
    }

    private static String variable(String part) {
        return "KEHU_" + part + "_PORT";
    }

    private void takeFreePorts() {
        var port = FIRST_PORT;
        for (var part : PORTS.keySet()) {
            while (isTaken(port)) {
                port++;
            }
            environment.put(variable(part), Integer.toString(port++));
        }
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return true;
        }
    }

    void start() {
        if (RUNNING) {
            return;
        }
        forgetFormerRuns();
        try {
            run("up", "--detach");
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** Data of a former run would be of its schema and realm; what was downloaded stays. */
    private void forgetFormerRuns() {
        try (var kept =
                Files.newDirectoryStream(Files.createDirectories(home), entry -> !entry.endsWith("downloads"))) {
            for (var entry : kept) {
                try (var files = Files.walk(entry)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of the start script to its end and gives what it printed. */
    String run(String... command) {
        var log = Path.of("target/suite-" + command[0] + ".log").toAbsolutePath();
        try {
            var process = begin(log, command);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(
                        "./kehu " + String.join(" ", command) + " failed:\n" + Files.readString(log));
            }
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command in the background, its output going to {@code log}. */
    Process begin(Path log, String... command) throws IOException {
        Files.createDirectories(log.getParent());
        var all = new ArrayList<>(List.of(root.resolve("kehu").toString()));
        all.addAll(List.of(command));
        var builder = new ProcessBuilder(all)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Ends a service as a power cut would. */
    void kill(String service) {
        try {
            var pid = Long.parseLong(
                    Files.readString(home.resolve("run/" + service + ".pid")).strip());
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more instance of a service, on any free port, beside the one that the suite has; whoever starts it ends it. */
    Process replicate(String service) throws IOException {
        var application = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        application.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/replica-" + service + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "KEHU_DEVELOPMENT",
                        "true",
                        "QUARKUS_HTTP_PORT",
                        "0",
                        "KEHU_POSTGRES_HOST",
                        "127.0.0.1",
                        "KEHU_POSTGRES_PORT",
                        environment.get(variable("POSTGRES")),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka(),
                        "KEHU_KEYCLOAK_URL",
                        url("KEYCLOAK")));
        return builder.start();
    }

    String kafka() {
        return "127.0.0.1:" + environment.get(variable("KAFKA"));
    }

    String url(String part) {
        return "http://127.0.0.1:" + environment.get(variable(part));
    }

    /** A token of {@code user}, good for some minutes yet. */
    synchronized String token(String user) {
        var known = tokens.get(user);
        if (known == null || known.gotAt().isBefore(Instant.now().minus(TOKEN_USE))) {
            known = new Token(run("token", user).strip(), Instant.now());
            tokens.put(user, known);
        }
        return known.text();
    }

    private record Token(String text, Instant gotAt) {}

    /** A request to the gateway with a valid token of {@code user}. */
    RequestSpecification as(String user) {
        return given().baseUri(url("GATEWAY")).auth().oauth2(token(user)).contentType("application/json");
    }

    /** The folder of the public sales data, where this machine has it. */
    Optional<Path> salesData() {
        return Optional.of(
                        root.resolve("../shared/data/crm-sales-opportunities").normalize())
                .filter(Files::isDirectory);
    }

    @Override
    public void close() {
        if (!RUNNING) {
            run("down");
        }
    }
}
