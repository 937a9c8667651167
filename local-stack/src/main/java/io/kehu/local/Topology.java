package io.kehu.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which parts the suite has and where each one listens and lives, so that no other type knows a port or a folder.
 *
 * @param root the checkout, with one folder per service
 * @param home where data, logs and pid files are kept
 * @param services names of the services, equal to the names of their modules
 * @param environment the caller's environment, whose {@code KEHU_…_PORT} variables move a part to another port
 */
record Topology(Path root, Path home, List<String> services, Map<String, String> environment) {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String KAFKA_CONTROLLER = "kafka-controller";
    static final String KEYCLOAK = "keycloak";
    static final String GATEWAY = "gateway";

    static final List<String> SERVICES = List.of(
            "customer-service",
            "opportunity-service",
            "activity-service",
            "service-desk-service",
            "contract-service",
            "reporting-service",
            GATEWAY);

    static final List<String> DATABASES =
            List.of("customer", "opportunity", "activity", "service_desk", "contract", "reporting");

    static final List<String> TOPICS = List.of(
            "kehu.customer.v1", "kehu.opportunity.v1", "kehu.activity.v1", "kehu.service-desk.v1", "kehu.contract.v1");

    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry(POSTGRES, 15432),
            Map.entry(KAFKA, 19092),
            Map.entry(KAFKA_CONTROLLER, 19093),
            Map.entry(KEYCLOAK, 8180),
            Map.entry(GATEWAY, 8080),
            Map.entry("customer-service", 8081),
            Map.entry("opportunity-service", 8082),
            Map.entry("activity-service", 8083),
            Map.entry("service-desk-service", 8084),
            Map.entry("contract-service", 8085),
            Map.entry("reporting-service", 8086));

    /** The topology of this checkout: the start script says where it is, {@code KEHU_HOME} where the data is. */
    static Topology ofThisCheckout() {
        var environment = System.getenv();
        var root = Path.of(System.getProperty("kehu.root", "")).toAbsolutePath().normalize();
        var home = root.resolve(environment.getOrDefault("KEHU_HOME", ".kehu")).normalize();
        return new Topology(root, home, SERVICES, environment);
    }

    int port(String part) {
        var given = environment.get(portVariable(part));
        if (given == null || given.isBlank()) {
            return PORTS.getOrDefault(part, 0);
        }
        try {
            return Integer.parseInt(given.strip());
        } catch (NumberFormatException _) {
            throw new StackFailure("%s is not a port number: %s".formatted(portVariable(part), given));
        }
    }

    String portVariable(String part) {
        return "KEHU_" + variable(part) + "_PORT";
    }

    String url(String part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** Whether a start records ahead-of-time caches first; {@code KEHU_AOT=off} does without, for starts that are not repeated. */
    boolean recordsCaches() {
        return !"off".equals(environment.get("KEHU_AOT"));
    }

    Path postgresData() {
        return home.resolve("postgres/data");
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    Path pidFile(String part) {
        return home.resolve("run").resolve(part + ".pid");
    }

    /** Every part that listens, with its port, in the order in which they start. */
    Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        for (var part : List.of(POSTGRES, KAFKA, KAFKA_CONTROLLER, KEYCLOAK)) {
            ports.put(part, port(part));
        }
        for (var service : services) {
            ports.put(service, port(service));
        }
        return ports;
    }

    /** Refuses to start over somebody else's port, naming the variable that moves ours. */
    void requireFreePorts() {
        var taken = ports().entrySet().stream()
                .filter(part -> Ports.isTaken(part.getValue()))
                .map(part -> "port %d for %s is taken by another program; set %s to use another one"
                        .formatted(part.getValue(), part.getKey(), portVariable(part.getKey())))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure(String.join(System.lineSeparator(), taken));
        }
    }

    /** What a service must be told to find all the others. */
    Map<String, String> serviceEnvironment(String service) {
        var settings = new HashMap<String, String>();
        settings.put("KEHU_DEVELOPMENT", "true");
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
        settings.put("KEHU_POSTGRES_HOST", "127.0.0.1");
        settings.put("KEHU_POSTGRES_PORT", Integer.toString(port(POSTGRES)));
        settings.put("KEHU_POSTGRES_PASSWORD", LocalPostgres.PASSWORD);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(KAFKA));
        settings.put("KEHU_KEYCLOAK_URL", url(KEYCLOAK));
        for (var other : services) {
            settings.put("KEHU_SERVICES_" + variable(other) + "_URL", url(other));
        }
        return settings;
    }

    private static String variable(String part) {
        return part.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
