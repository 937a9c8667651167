package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What opportunities cost at several sizes: what a seller works with, and a move to another stage with its event. */
public final class OpportunityBenchmark {

    private static final int WARM_UP_ROWS = 2_000;
    private static final List<String> STAGES = List.of("INITIAL_CONTACT", "NEEDS_ANALYSIS", "SOLUTION_DEMO");
    private static final String OPEN = "/v1/opportunities?limit=20&filter=stage.kind==OPEN";

    private OpportunityBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        LoadedService.run("opportunity-service", "opportunity", arguments, (service, database) -> {
            OpportunityCopy.fill(database, WARM_UP_ROWS);
            for (var requests : List.<Supplier<Request>>of(() -> Request.get(OPEN), () -> move(WARM_UP_ROWS))) {
                service.warmUp(requests, service.options().time());
            }
            Figures.printHead();
            for (var rows : service.options().sizes()) {
                OpportunityCopy.fill(database, rows);
                run(service, rows);
            }
        });
    }

    private static void run(LoadedService service, int rows) throws Exception {
        var all = service.everybody();
        var own = service.issuer().token(CustomerCopy.owner(7), CustomerCopy.team(7), "own");
        var tree = service.issuer().token("lead", "/bench/east", "team-tree");
        for (var order : List.of("expectedCloseDate", "-amount", "quietSince")) {
            service.measure(rows, "own open, " + order, own, () -> Request.get(OPEN + "&sort=" + order));
            service.measure(rows, "tree open, " + order, tree, () -> Request.get(OPEN + "&sort=" + order));
        }
        service.measure(rows, "get", all, () -> Request.get(one(rows)));
        service.measure(rows, "stage change", all, () -> move(rows));
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
