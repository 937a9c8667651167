package io.kehu.local.demo.sales;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.local.demo.client.DemoFailure;
import io.kehu.local.demo.client.Http;
import io.kehu.local.demo.client.PublicApi;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Waits until the reports have seen everything, and prints what they say to an administrator, an agent and a manager. */
final class SalesFigures {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PublicApi kehu;
    private final PrintStream out;

    SalesFigures(PublicApi kehu, PrintStream out) {
        this.kehu = kehu;
        this.out = out;
    }

    /** @param opportunities how many there must be, at least */
    void print(long opportunities, SalesTeams teams) {
        out.println();
        out.println("reports");
        await(opportunities);
        var all = report("admin", "win-rate?groupBy=region");
        line("opportunities", "%,d", opportunities("admin"));
        line("won", "%,d", all.path("total").path("won").asLong());
        line("lost", "%,d", all.path("total").path("lost").asLong());
        line("win rate", "%s %%", percent(all.path("total").path("winRate")));
        line("won amount", "%s", money(all.path("total").path("wonAmount")));
        line("average won deal", "%s", money(all.path("total").path("averageWonAmount")));
        line(
                "mean cycle of won deals",
                "%s days",
                number(report("admin", "sales-cycle").path("total").path("meanDays")));
        all.path("groups")
                .forEach(region -> line(
                        "won amount " + region.path("key").asText("without team"),
                        "%s",
                        money(region.path("wonAmount"))));
        reconciliation();
        var best = report("admin", "win-rate?groupBy=owner").path("groups");
        teams.agents().stream()
                .filter(agent ->
                        agent.username().equals(best.path(0).path("key").asText()))
                .findFirst()
                .ifPresent(agent -> {
                    view("the agent", agent.username());
                    view("the manager", Slug.of(agent.manager()));
                });
    }

    private void await(long opportunities) {
        var end = Instant.now().plus(PATIENCE);
        for (; ; ) {
            var funnel = report("admin", "funnel?mode=snapshot");
            var behind = funnel.path("freshness").path("opportunity").path("eventsBehind");
            if (funnel.path("total").asLong() >= opportunities && behind.isNumber() && behind.asLong() == 0) {
                return;
            }
            if (Instant.now().isAfter(end)) {
                throw new DemoFailure("the reports have not seen all opportunities: " + funnel);
            }
            out.println("  %,d of %,d opportunities have arrived, %s events to go"
                    .formatted(funnel.path("total").asLong(), opportunities, behind.asText("?")));
            Http.pause();
        }
    }

    /** Counts and amounts of each source beside those of the reports. */
    private void reconciliation() {
        var report = report("admin", "reconciliation");
        var different = new ArrayList<String>();
        report.path("lines").forEach(line -> {
            if (line.path("difference").decimalValue().signum() != 0) {
                different.add(line.toString());
            }
        });
        report.path("away").forEach(source -> different.add("not asked: " + source));
        line(
                "reconciliation with the sources",
                "%s",
                different.isEmpty()
                        ? "difference 0 in %d figures"
                                .formatted(report.path("lines").size())
                        : "not yet:");
        different.forEach(difference -> out.println("    " + difference));
    }

    private void view(String who, String username) {
        var total = report(username, "win-rate").path("total");
        line(
                who + " " + username + " sees",
                "%s",
                "%,d opportunities, %,d won, %s"
                        .formatted(
                                opportunities(username), total.path("won").asLong(), money(total.path("wonAmount"))));
    }

    private long opportunities(String username) {
        return report(username, "funnel?mode=snapshot").path("total").asLong();
    }

    private JsonNode report(String username, String report) {
        return kehu.as(username).get("/v1/reports/" + report).require().json();
    }

    private void line(String name, String pattern, Object value) {
        out.println(("  %-40s " + pattern).formatted(name, value));
    }

    private static String percent(JsonNode share) {
        return share.isMissingNode() || share.isNull()
                ? "-"
                : number(share.decimalValue().movePointRight(2));
    }

    private static String number(JsonNode number) {
        return number.isNumber() ? number(number.decimalValue()) : number.asText("-");
    }

    private static String number(BigDecimal number) {
        return "%,.2f".formatted(number.setScale(2, RoundingMode.HALF_UP));
    }

    private static String money(JsonNode money) {
        return money.has("amount")
                ? "%s %s"
                        .formatted(
                                number(new BigDecimal(money.path("amount").asText())),
                                money.path("currency").asText())
                : "-";
    }
}
