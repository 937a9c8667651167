package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls every operation with values made from its schema, right and wrong, and with hostile ones: whatever comes, the answer
 * is one that the document tells, and never a server's error. The same seed makes the same requests.
 */
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101L);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 40);
    private static final List<String> HOSTILE_PATHS = List.of(
            "/v1/customers;x",
            "/v1/customers;x=1/totals",
            "//v1/customers",
            "/v1//customers",
            "/v1/customers/%2e%2e/tickets",
            "/v1/%2e%2e/q/metrics",
            "/v1/customers%2Ftotals",
            "/v1/customers%5Ctotals",
            "/v1/customers%3Bx",
            "/v1/customers%00",
            "/V1/customers",
            "/v1/../q/health",
            "/v1/operations/dead-letters",
            "/v1/nothing",
            "/v1",
            "/%c0%af");

    private final List<ApiOperation> operations = ApiOperation.all();
    private final DocumentedAnswer documented = new DocumentedAnswer();
    private final Map<String, List<String>> findings = new ConcurrentSkipListMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private Suite suite;
    private Rows rows;

    @BeforeAll
    void makeRows(Suite running) {
        suite = running;
        rows = Rows.make(suite);
    }

    @Test
    void answersAsDocumentedWhateverComes() {
        Workers.each(operations, this::fuzz);
        System.out.printf(
                "fuzz: %d requests over %d operations, seed %d, answers by status %s%n",
                REQUESTS * operations.size(), operations.size(), SEED, statuses);
        conclude();
    }

    /** An operation's requests depend on the seed and on itself alone, whatever is added beside it. */
    private void fuzz(ApiOperation operation) {
        var random = new Random(SEED ^ operation.toString().hashCode());
        var values = new FuzzedValues(random, operation.document());
        var door = Door.to(operation, suite).getFirst();
        for (var count = 0; count < REQUESTS; count++) {
            var path = path(operation, values, random);
            var body = operation.mediaType() == null ? null : body(operation, values, random);
            var answer = door.send(operation, path, suite.token("admin"), operation.mediaType(), body);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            for (var fault : documented.faults(operation, answer)) {
                findings.putIfAbsent(
                        operation + ": " + fault,
                        List.of(abbreviated(path), abbreviated(body), abbreviated(answer.body())));
            }
        }
    }

    private void conclude() {
        var found = Map.copyOf(findings);
        findings.clear();
        assertThat(found).isEmpty();
    }

    private static String abbreviated(String text) {
        var all = String.valueOf(text);
        return all.length() < 400 ? all : all.substring(0, 400) + "…";
    }

    private String path(ApiOperation operation, FuzzedValues values, Random random) {
        var path = new StringBuilder(operation.template().replaceAll("\\{[^}]*}", id(operation, values, random)));
        var separator = '?';
        for (var parameter : operation.operation().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) > 0) {
                var value = values.of(parameter.path("schema"));
                path.append(separator)
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(encoded(value.isTextual() ? value.asText() : value.toString()));
                separator = '&';
            }
        }
        if (random.nextInt(20) == 0) {
            path.append(separator).append("unknown=1");
        }
        return path.toString();
    }

    private String id(ApiOperation operation, FuzzedValues values, Random random) {
        var row = rows.of(operation);
        return switch (random.nextInt(4)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 ->
                encoded(values.hostile() + "x")
                        .replace("%2F", "_")
                        .replace("%5C", "_")
                        .replace("%3B", "_")
                        .replace("%00", "_");
            default -> row == null ? UUID.randomUUID().toString() : row;
        };
    }

    private static String encoded(String text) {
        var some = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        return URLEncoder.encode(some, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String body(ApiOperation operation, FuzzedValues values, Random random) {
        if (operation.mediaType().equals("multipart/form-data")) {
            return values.hostile();
        }
        var body = values.of(operation.bodySchema()).toString();
        return switch (random.nextInt(12)) {
            case 0 -> body.substring(0, body.length() / 2);
            case 1 -> "";
            case 2 -> "[" + body + "]";
            default -> body;
        };
    }

    @Test
    void refusesHostilePathsWithAProblem() {
        var doors = List.of(
                new Door("gateway", suite.url("GATEWAY")), new Door("customer-service", suite.url("CUSTOMER_SERVICE")));
        for (var door : doors) {
            for (var path : HOSTILE_PATHS) {
                var answer = door.get(path, suite.token("support"));
                var type = answer.headers().firstValue("Content-Type").orElse("");
                if (answer.statusCode() < 400
                        || answer.statusCode() >= 500
                        || !type.startsWith("application/problem")) {
                    findings.put(
                            door + " " + path, List.of(answer.statusCode() + " " + type, abbreviated(answer.body())));
                }
            }
        }
        conclude();
    }
}
