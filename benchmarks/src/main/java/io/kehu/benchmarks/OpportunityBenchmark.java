package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What opportunities cost at several sizes: what a seller works with, and a move to another stage with its event. */
public final class OpportunityBenchmark {

    private static final int WARM_UP_ROWS = 2_000;
    private static final List<String> STAGES = List.of("INITIAL_CONTACT", "NEEDS_ANALYSIS", "SOLUTION_DEMO");
    private static final String OPEN = "/v1/opportunities?limit=20&filter=stage.kind==OPEN";

    private final Issuer issuer;
    private final int port;
    private final int clients;
    private final Duration time;
    private final Figures figures;

    private OpportunityBenchmark(TestBed bed, Issuer issuer, int port, int clients, Duration time) throws Exception {
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
                var bed = TestBed.start(options.folder(), "opportunity", issuer)) {
            var port = bed.start("opportunity-service", options.packaged("opportunity-service"), Map.of());
            var benchmark = new OpportunityBenchmark(bed, issuer, port, options.clients(), options.time());
            try (var connection = bed.connect()) {
                OpportunityCopy.fill(connection, WARM_UP_ROWS);
                benchmark.warmUp();
                Figures.printHead();
                for (var rows : options.sizes()) {
                    OpportunityCopy.fill(connection, rows);
                    benchmark.run(rows);
                }
            }
        }
    }

    /** So that wrong answers are told before they are measured (changes of one row at once aside). */
    private void warmUp() throws Exception {
        var all = issuer.token("bench", "/bench", "all");
        for (var requests : List.<Supplier<Request>>of(() -> Request.get(OPEN), () -> move(WARM_UP_ROWS))) {
            var result = new ServiceLoad(port, all, clients, time).run(requests);
            if (result.failures() > result.requests() / 20) {
                try (var connection = new HttpConnection(port, all)) {
                    throw new IllegalStateException("The service fails: " + connection.send(requests.get()));
                }
            }
        }
    }

    private void run(int rows) throws Exception {
        var all = issuer.token("bench", "/bench", "all");
        var own = issuer.token(CustomerCopy.owner(7), CustomerCopy.team(7), "own");
        var tree = issuer.token("lead", "/bench/east", "team-tree");
        for (var order : List.of("expectedCloseDate", "-amount", "quietSince")) {
            measure(rows, "own open, " + order, own, () -> Request.get(OPEN + "&sort=" + order));
            measure(rows, "tree open, " + order, tree, () -> Request.get(OPEN + "&sort=" + order));
        }
        measure(rows, "get", all, () -> Request.get(one(rows)));
        measure(rows, "stage change", all, () -> move(rows));
    }

    private void measure(int rows, String name, String token, Supplier<Request> requests) throws Exception {
        new ServiceLoad(port, token, clients, time.dividedBy(2)).run(requests);
        var before = figures.cpu();
        var load = new ServiceLoad(port, token, clients, time).run(requests);
        figures.print(rows, name, load, figures.since(before, load.requests()), null, null);
    }

    private static String one(int rows) {
        return "/v1/opportunities/"
                + CustomerCopy.id(ThreadLocalRandom.current().nextInt(rows));
    }

    /** Of ten deals the first three are open. */
    private static Request move(int rows) {
        var random = ThreadLocalRandom.current();
        var open = CustomerCopy.id(random.nextInt(rows / 10) * 10 + random.nextInt(3));
        var stage = STAGES.get(random.nextInt(STAGES.size()));
        return new Request("PUT", "/v1/opportunities/" + open + "/stage", "{\"stage\":\"%s\"}".formatted(stage));
    }
}
