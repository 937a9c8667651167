package io.kehu.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the gateway adds to one request, token check included, beside a direct call to the service and beside nginx as a plain
 * proxy: {@code GatewayCost <gateway> <service> <path> <token> [clients] [requests/s] [seconds] [nginx]}. The rate stays below
 * the limit of one user. Each way has its turn several times, and the median of its rounds is told.
 */
public final class GatewayCost {

    private static final int ROUNDS = 3;
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    private GatewayCost() {}

    public static void main(String[] arguments) throws Exception {
        var gateway = URI.create(arguments[0]);
        var service = URI.create(arguments[1]);
        var path = arguments[2];
        var token = arguments[3];
        var clients = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 4;
        var rate = arguments.length > 5 ? Double.parseDouble(arguments[5]) : 150;
        var time = Duration.ofSeconds(arguments.length > 6 ? Integer.parseInt(arguments[6]) : 20);
        var nginx = arguments.length > 7 ? Path.of(arguments[7]) : NGINX;
        requireAnswer(service.resolve(path), token);

        var load = new Load(path, token, clients, rate, time);
        var ways = new ArrayList<Way>();
        ways.add(load.way("direct", service));
        ways.add(load.way("gateway", gateway));
        try (var proxy = Files.isExecutable(nginx) ? NginxProxy.start(nginx, service) : null) {
            if (proxy == null) {
                System.out.println("nginx is left out: there is no " + nginx);
            } else {
                ways.add(load.way("nginx", proxy.url()));
            }
            for (var round = 0; round < ROUNDS; round++) {
                for (var way : ways) {
                    way.measure();
                }
            }
        }
        print(ways);
    }

    private static void requireAnswer(URI uri, String token) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + token)
                    .build();
            var status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(uri + " answers " + status);
            }
        }
    }

    private static void print(List<Way> ways) {
        var direct = ways.getFirst().median();
        System.out.printf(
                "%-10s %9s %9s %9s %12s %9s %9s %9s%n",
                "GET one", "req/s", "p50 ms", "p99 ms", "CPU ms/req", "+p50 ms", "+p99 ms", "failures");
        for (var way : ways) {
            var round = way.median();
            System.out.printf(
                    "%-10s %9.0f %9.2f %9.2f %12.3f %9.2f %9.2f %9d%n",
                    way.name,
                    round.result.requestsPerSecond(),
                    round.result.p50Millis(),
                    round.result.p99Millis(),
                    round.cpuMillis,
                    round.result.p50Millis() - direct.result.p50Millis(),
                    round.result.p99Millis() - direct.result.p99Millis(),
                    round.result.failures());
        }
        System.out.println(
                "CPU is that of the process named alone: of the service for direct, of the proxy for the others.");
    }

    private record Load(String path, String token, int clients, double rate, Duration time) {

        Way way(String name, URI base) throws IOException {
            return new Way(
                    name,
                    ServerProcess.listeningOn(base.getPort()),
                    new LoadRun(base, token, clients, time, rate),
                    path);
        }
    }

    private record Round(LoadRun.Result result, double cpuMillis) {}

    /** One way to the service. */
    private static final class Way {

        private final String name;
        private final ServerProcess process;
        private final LoadRun load;
        private final String path;
        private final List<Round> rounds = new ArrayList<>();

        Way(String name, ServerProcess process, LoadRun load, String path) {
            this.name = name;
            this.process = process;
            this.load = load;
            this.path = path;
        }

        void measure() throws IOException {
            load.warmUp(_ -> load.request(path));
            var before = process.cpuMillis();
            var result = load.run(_ -> load.request(path));
            rounds.add(new Round(result, (process.cpuMillis() - before) / result.requests()));
        }

        Round median() {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(round -> round.result.p50Millis()))
                    .toList()
                    .get(rounds.size() / 2);
        }
    }
}
