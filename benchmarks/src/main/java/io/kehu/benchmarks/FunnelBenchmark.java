package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What sales reports cost at several sizes, for who sees all and for who sees a part: one command that starts all it needs and
 * prints a table; see the README.
 */
public final class FunnelBenchmark {

    private static final int WARM_UP_ROWS = 10_000;

    private final Issuer issuer;
    private final int port;
    private final int clients;
    private final Duration time;
    private final Figures figures;

    private FunnelBenchmark(TestBed bed, Issuer issuer, int port, int clients, Duration time) throws Exception {
        this.issuer = issuer;
        this.port = port;
        this.clients = clients;
        this.time = time;
        this.figures = new Figures(ServerProcess.listeningOn(port), ServerProcess.listeningOn(bed.postgresPort()));
    }

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try (var issuer = Issuer.start();
                var bed = TestBed.start(options.folder(), "reporting", issuer)) {
            var port = bed.start("reporting-service", options.packaged("reporting-service"), Map.of());
            var benchmark = new FunnelBenchmark(bed, issuer, port, options.clients(), options.time());
            try (var connection = bed.connect()) {
                ReadModelRows.fill(connection, WARM_UP_ROWS);
                benchmark.warmUp();
                Figures.printHead();
                for (var rows : options.sizes()) {
                    ReadModelRows.fill(connection, rows);
                    benchmark.run(rows);
                }
            }
        }
    }

    /** Long enough for the compiler to have seen all of it, and so that wrong answers are told before they are measured. */
    private void warmUp() throws Exception {
        var all = issuer.token("bench", "/bench", "all");
        for (var report : reports()) {
            var result = new ServiceLoad(port, all, clients, time.dividedBy(2)).run(() -> Request.get(report));
            if (result.failures() > 0) {
                try (var connection = new HttpConnection(port, all)) {
                    throw new IllegalStateException(
                            "The service fails at " + report + ": " + connection.send(Request.get(report)));
                }
            }
        }
    }

    private void run(int rows) throws Exception {
        var callers = Map.of(
                "all", issuer.token("bench", "/bench", "all"),
                "tree", issuer.token("lead", "/bench/east", "team-tree"),
                "own", issuer.token("seller-007", "/bench/west/team-07", "own"));
        for (var scope : List.of("all", "tree", "own")) {
            for (var report : reports()) {
                measure(rows, scope + " " + report.substring("/v1/reports/".length()), callers.get(scope), report);
            }
        }
    }

    private void measure(int rows, String name, String token, String report) throws Exception {
        var load = new ServiceLoad(port, token, clients, time);
        new ServiceLoad(port, token, clients, time.dividedBy(4)).run(() -> Request.get(report));
        var before = figures.cpu();
        var result = load.run(() -> Request.get(report));
        figures.print(rows, name, result, figures.since(before, result.requests()), null, null);
    }

    private static List<String> reports() {
        var quarter = "from=%s&to=%s"
                .formatted(LocalDate.now().minusDays(270), LocalDate.now().minusDays(180));
        return List.of(
                "/v1/reports/funnel",
                "/v1/reports/funnel?at=" + LocalDate.now().minusDays(200) + "T00:00:00Z",
                "/v1/reports/funnel?mode=cohort&" + quarter,
                "/v1/reports/funnel?unit=customer",
                "/v1/reports/win-rate?groupBy=owner",
                "/v1/reports/win-rate?groupBy=month",
                "/v1/reports/sales-cycle?groupBy=team",
                "/v1/reports/velocity?groupBy=owner&" + quarter,
                "/v1/reports/lost-reasons?groupBy=team",
                "/v1/reports/forecast");
    }
}
