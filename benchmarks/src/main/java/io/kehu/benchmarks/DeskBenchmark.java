package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.time.LocalDate;
import java.util.List;

/**
 * What reports on satisfaction and the service desk cost at several sizes: one command that starts all it needs and prints a
 * table; see the README.
 */
public final class DeskBenchmark {

    private static final int WARM_UP_ROWS = 10_000;

    private DeskBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        LoadedService.run("reporting-service", "reporting", arguments, (service, database) -> {
            DeskRows.fill(database, WARM_UP_ROWS);
            for (var report : reports()) {
                service.warmUp(
                        () -> Request.get(report), service.options().time().dividedBy(2));
            }
            Figures.printHead();
            for (var rows : service.options().sizes()) {
                DeskRows.fill(database, rows);
                var callers = List.of(service.everybody(), service.issuer().token("lead", "/bench/east", "team-tree"));
                for (var report : reports()) {
                    for (var caller : callers) {
                        var scope = callers.indexOf(caller) == 0 ? "all " : "tree ";
                        service.measure(
                                rows,
                                scope + report.substring("/v1/reports/".length()),
                                caller,
                                () -> Request.get(report));
                    }
                }
            }
        });
    }

    private static List<String> reports() {
        return List.of(
                "/v1/reports/satisfaction-drivers",
                "/v1/reports/satisfaction?groupBy=agent",
                "/v1/reports/satisfaction?groupBy=month",
                "/v1/reports/satisfaction?groupBy=dimension",
                "/v1/reports/service-desk?groupBy=agent",
                "/v1/reports/service-desk?groupBy=month&at=" + LocalDate.now().minusDays(200) + "T00:00:00Z",
                "/v1/reports/common-problems");
    }
}
