package io.kehu.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Load on customers of a running suite: {@code CustomerLoad <base URL> <token> [clients] [seconds]}. Quote ratios between the
 * lines of one run: absolute figures say as much about the machine as about Kehu.
 */
public final class CustomerLoad {

    private CustomerLoad() {}

    public static void main(String[] arguments) throws Exception {
        var base = URI.create(arguments[0]);
        var token = arguments[1];
        var clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        var time = Duration.ofSeconds(arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10);
        var load = new LoadRun(base, token, clients, time);
        var id = create(base, token);
        var runs = new LinkedHashMap<String, LongFunction<HttpRequest.Builder>>();
        runs.put("get", _ -> load.request("/v1/customers/" + id));
        runs.put("list of 20", _ -> load.request("/v1/customers?limit=20"));
        runs.put("filtered list of 20", _ -> load.request("/v1/customers?limit=20&filter=level==A"));
        runs.put(
                "create",
                number -> load.request("/v1/customers")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body("Load " + number))));
        System.out.printf("%-22s %12s %10s %10s %9s%n", "customers", "requests/s", "p50 ms", "p99 ms", "failures");
        for (Map.Entry<String, LongFunction<HttpRequest.Builder>> run : runs.entrySet()) {
            var result = load.measure(run.getValue());
            System.out.printf(
                    "%-22s %12.0f %10.2f %10.2f %9d%n",
                    run.getKey(),
                    result.requestsPerSecond(),
                    result.p50Millis(),
                    result.p99Millis(),
                    result.failures());
        }
    }

    private static String create(URI base, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(base.resolve("/v1/customers"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body("Load")))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("No customer could be made: " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body()).get("id").asText();
        }
    }

    private static String body(String name) {
        return "{\"name\":\"%s\",\"level\":\"A\",\"industry\":\"65\",\"phone\":\"13812341234\"}".formatted(name);
    }
}
