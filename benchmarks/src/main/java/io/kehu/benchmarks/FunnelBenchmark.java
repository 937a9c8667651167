package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What sales reports cost at several sizes, for who sees all and for who sees a part: one command that starts all it needs and
 * prints a table; see the README.
 */
public final class FunnelBenchmark {

    private static final int WARM_UP_ROWS = 10_000;

    private FunnelBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        LoadedService.run("reporting-service", "reporting", arguments, (service, database) -> {
            ReadModelRows.fill(database, WARM_UP_ROWS);
            for (var report : reports()) {
                service.warmUp(
                        () -> Request.get(report), service.options().time().dividedBy(2));
            }
            Figures.printHead();
            for (var rows : service.options().sizes()) {
                ReadModelRows.fill(database, rows);
                run(service, rows);
            }
        });
    }

    private static void run(LoadedService service, int rows) throws Exception {
        var callers = Map.of(
                "all", service.everybody(),
                "tree", service.issuer().token("lead", "/bench/east", "team-tree"),
                "own", service.issuer().token("seller-007", "/bench/west/team-07", "own"));
        for (var scope : List.of("all", "tree", "own")) {
            for (var report : reports()) {
                service.measure(
                        rows,
                        scope + " " + report.substring("/v1/reports/".length()),
                        callers.get(scope),
                        () -> Request.get(report));
            }
        }
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
                "/v1/reports/win-rate?groupBy=industry&" + quarter,
                "/v1/reports/win-rate?groupBy=industry",
                "/v1/reports/sales-cycle?groupBy=team",
                "/v1/reports/sales-cycle?groupBy=team&" + quarter,
                "/v1/reports/velocity?groupBy=owner&" + quarter,
                "/v1/reports/lost-reasons?groupBy=team",
                "/v1/reports/forecast",
                "/v1/reports/forecast?at=" + LocalDate.now().minusDays(200) + "T00:00:00Z");
    }
}
