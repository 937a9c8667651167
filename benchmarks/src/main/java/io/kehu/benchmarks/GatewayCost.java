package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the gateway adds to one request, token check and rate limits included, beside a direct call to customer-service and
 * beside nginx as a plain proxy: one command that starts all it needs. Each way has its turn several times, and the median
 * of its rounds is told; the requests come at a rate that leaves the machine idle at times, so that nobody waits for it.
 */
public final class GatewayCost {

    private static final int ROUNDS = 5;
    private static final int ROWS = 1_000;
    private static final double REQUESTS_PER_SECOND = 400;
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final String MANY = "1000000";

    private GatewayCost() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try (var issuer = Issuer.start();
                var bed = TestBed.start(options.folder(), "customer", issuer)) {
            var service = bed.start("customer-service", options.packaged("customer-service"), Map.of());
            var gateway = bed.start(
                    "gateway",
                    options.packaged("gateway"),
                    Map.of(
                            "KEHU_SERVICES_CUSTOMER_SERVICE_URL", "http://127.0.0.1:" + service,
                            "KEHU_GATEWAY_LIMITS_USER_RATE", MANY,
                            "KEHU_GATEWAY_LIMITS_USER_BURST", MANY,
                            "KEHU_GATEWAY_LIMITS_CLIENT_RATE", MANY,
                            "KEHU_GATEWAY_LIMITS_CLIENT_BURST", MANY));
            try (var connection = bed.connect()) {
                CustomerCopy.fill(connection, ROWS);
            }
            var token = issuer.token("bench", "/bench", "all");
            try (var nginx = Files.isExecutable(NGINX)
                    ? NginxProxy.start(NGINX, URI.create("http://127.0.0.1:" + service))
                    : null) {
                var ways = new ArrayList<>(List.of(
                        new Way("direct", service, token, options), new Way("gateway", gateway, token, options)));
                if (nginx == null) {
                    System.out.println("nginx is left out: there is no " + NGINX);
                } else {
                    ways.add(new Way("nginx", nginx.url().getPort(), token, options));
                }
                for (var way : ways) {
                    way.warmUp();
                }
                for (var round = 0; round < ROUNDS; round++) {
                    for (var way : ways) {
                        way.measure();
                    }
                }
                print(ways);
            }
        }
    }

    private static void print(List<Way> ways) {
        var direct = ways.getFirst().median().result;
        System.out.printf(
                "%-10s %9s %9s %9s %12s %12s %9s %9s %9s%n",
                "GET one", "req/s", "p50 ms", "p99 ms", "CPU ms/req", "idle CPU/s", "+p50 ms", "+p99 ms", "failures");
        for (var way : ways) {
            var round = way.median();
            System.out.printf(
                    "%-10s %9.0f %9.2f %9.2f %12.3f %12.2f %9.2f %9.2f %9d%n",
                    way.name,
                    round.result.perSecond(),
                    round.result.p50(),
                    round.result.p99(),
                    round.cpuMillis,
                    way.idleCpuMillis,
                    round.result.p50() - direct.p50(),
                    round.result.p99() - direct.p99(),
                    round.result.failures());
        }
        System.out.println(
                "CPU is that of the process named alone, of the service for direct and of the proxy for the others:"
                        + " milliseconds for each request, and for each second in which nobody asks.");
    }

    /** @param cpuMillis of one request */
    private record Round(ServiceLoad.Result result, double cpuMillis) {}

    /** One way to the service. */
    private static final class Way {

        private static final Duration IDLE = Duration.ofSeconds(10);

        private final String name;
        private final int port;
        private final String token;
        private final Options options;
        private final ServerProcess process;
        private final List<Round> rounds = new ArrayList<>();
        private double idleCpuMillis;

        Way(String name, int port, String token, Options options) throws IOException {
            this.name = name;
            this.port = port;
            this.token = token;
            this.options = options;
            this.process = ServerProcess.listeningOn(port);
        }

        private Request one() {
            return Request.get("/v1/customers/" + CustomerCopy.id(0));
        }

        /** As fast as it goes, and long enough for the compiler to have seen all of it. */
        void warmUp() throws IOException, InterruptedException {
            var result = new ServiceLoad(
                            port, token, options.clients(), options.time().multipliedBy(10))
                    .run(this::one);
            if (result.failures() > 0) {
                throw new IllegalStateException(name + " failed " + result.failures() + " times");
            }
            var before = process.cpuMillis();
            Thread.sleep(IDLE);
            idleCpuMillis = (process.cpuMillis() - before) / IDLE.toSeconds();
        }

        void measure() throws IOException, InterruptedException {
            var before = process.cpuMillis();
            var result =
                    new ServiceLoad(port, token, options.clients(), options.time(), REQUESTS_PER_SECOND).run(this::one);
            rounds.add(new Round(result, (process.cpuMillis() - before) / result.requests()));
        }

        Round median() {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(round -> round.result.p50()))
                    .toList()
                    .get(rounds.size() / 2);
        }
    }
}
