package io.kehu.reporting;

import static io.kehu.reporting.ComparedFigures.figure;
import static io.kehu.reporting.ComparedFigures.groups;
import static io.kehu.reporting.ComparedFigures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A company's real pipeline of 8,800 opportunities, taken in as an import tells it: each figure is the same as plain SQL over
 * the files gives.
 */
@QuarkusTest
class RealDataTest extends ReadModelTest {

    private static final Path DATA = Path.of("../../shared/data/crm-sales-opportunities");
    private static final Map<String, String> DIMENSIONS = Map.of(
            "owner", "agent",
            "team", "manager",
            "region", "office",
            "product", "product",
            "customer", "account",
            "industry", "industry",
            "month", "to_char(closed, 'YYYY-MM')",
            "quarter", "to_char(closed, 'YYYY\"-Q\"Q')");
    private static final List<String> NAMED = List.of("product", "customer");

    @Inject
    Dictionaries dictionaries;

    @Test
    void answersTheFiguresOfTheFiles() throws IOException, SQLException {
        assumeTrue(
                Files.isDirectory(DATA),
                "the data set is not here: " + DATA.toAbsolutePath().normalize());
        var sales = new RawSales(DATA, this::industry);
        try (var connection = database.getConnection()) {
            sales.load(connection);
        }
        send(sales.events());

        answersTheKnownFigures();
        showsAnAgentAndAManagerOnlyTheirs();
        agreesWithSqlByEachDimension();
        agreesWithSqlOnWhatIsWonPerDay();
        standsAtAnyPastDateAsThingsStoodThen();
        neverConvertsMoreThanEntered();
        forecastsThePast();
    }

    private String industry(String sector) {
        return dictionaries
                .of("industries")
                .find(sector)
                .map(entry -> entry.code())
                .orElse(sector);
    }

    private static void answersTheKnownFigures() {
        var funnel = get("/v1/reports/funnel");
        assertThat(funnel.getInt("total")).isEqualTo(8_800);
        assertThat(funnel.getList("stages.count")).containsExactly(500, 1_589);
        assertThat(funnel.getList("stages.withoutAmount")).containsExactly(500, 1_589);

        var wins = get("/v1/reports/win-rate?groupBy=region");
        assertThat(wins.getInt("total.won")).isEqualTo(4_238);
        assertThat(wins.getInt("total.lost")).isEqualTo(2_473);
        assertThat(wins.getFloat("total.winRate")).isEqualTo(0.6315f);
        assertThat(wins.getString("currency")).isEqualTo("USD");
        assertThat(wins.getString("total.wonAmount.amount")).isEqualTo("10005534.00");
        assertThat(wins.getString("total.averageWonAmount.amount")).isEqualTo("2360.91");
        assertThat(wins.getList("groups.key")).containsExactly("/west", "/central", "/east");
        assertThat(wins.getList("groups.wonAmount.amount")).containsExactly("3568647.00", "3346293.00", "3090594.00");

        assertThat(get("/v1/reports/sales-cycle").getFloat("total.meanDays")).isEqualTo(51.78f);
        assertThat(get("/v1/reports/sales-cycle").getFloat("total.medianDays")).isEqualTo(57f);
    }

    private static void showsAnAgentAndAManagerOnlyTheirs() {
        var agent = Tokens.of("darcel-schlecht", "/central/melvin-marxen", "scope:own", "report:read");
        assertThat(get(agent, "/v1/reports/funnel").getInt("total")).isEqualTo(747);
        assertThat(get(agent, "/v1/reports/win-rate?groupBy=owner").getList("groups.key"))
                .containsExactly("darcel-schlecht");
        var manager = Tokens.of("melvin-marxen", "/central/melvin-marxen", "scope:team-tree", "report:read");
        assertThat(get(manager, "/v1/reports/win-rate?groupBy=team").getList("groups.key"))
                .containsExactly("/central/melvin-marxen");
        assertThat(get(manager, "/v1/reports/win-rate").getInt("total.won"))
                .isLessThan(4_238)
                .isGreaterThan(get(agent, "/v1/reports/win-rate").getInt("total.won"));
    }

    private void agreesWithSqlByEachDimension() throws SQLException {
        for (var dimension : DIMENSIONS.entrySet()) {
            var groupBy = "?groupBy=" + dimension.getKey();
            var key = NAMED.contains(dimension.getKey()) ? "name" : "key";
            assertThat(groups(
                            get("/v1/reports/win-rate" + groupBy),
                            key,
                            "won",
                            "lost",
                            "winRate",
                            "wonAmount.amount",
                            "lostAmount.amount"))
                    .as(dimension.getKey())
                    .isEqualTo(sql("""
                            select %s, count(*) filter (where stage = 'Won'), count(*) filter (where stage = 'Lost'),
                                   round(count(*) filter (where stage = 'Won') / count(*)::numeric, 4),
                                   coalesce(sum(value) filter (where stage = 'Won'), 0)::numeric(20, 2),
                                   coalesce(sum(value) filter (where stage = 'Lost'), 0)::numeric(20, 2)
                              from raw.deal where stage in ('Won', 'Lost') group by 1""".formatted(dimension.getValue())));
            assertThat(groups(
                            get("/v1/reports/sales-cycle" + groupBy),
                            key,
                            "deals",
                            "meanDays",
                            "medianDays",
                            "p90Days"))
                    .as(dimension.getKey())
                    .isEqualTo(sql("""
                            select %s, count(*), round(avg(closed - engaged), 2),
                                   percentile_cont(0.5) within group (order by closed - engaged)::numeric(9, 2),
                                   percentile_cont(0.9) within group (order by closed - engaged)::numeric(9, 2)
                              from raw.deal where stage = 'Won' group by 1""".formatted(dimension.getValue())));
            assertThat(groups(get("/v1/reports/lost-reasons" + groupBy), key, "lost"))
                    .as(dimension.getKey())
                    .isEqualTo(sql("select %s, count(*) from raw.deal where stage = 'Lost' group by 1"
                            .formatted(dimension.getValue())));
        }
    }

    private void agreesWithSqlOnWhatIsWonPerDay() throws SQLException {
        for (var dimension : List.of("owner", "team", "region", "product", "customer", "industry")) {
            var key = NAMED.contains(dimension) ? "name" : "key";
            assertThat(groups(
                            get("/v1/reports/velocity?groupBy=" + dimension),
                            key,
                            "opportunities",
                            "averageWonAmount.amount",
                            "perDay.amount"))
                    .as(dimension)
                    .isEqualTo(sql("""
                            select %s, count(*) filter (where closed is null),
                                   round(avg(value) filter (where stage = 'Won'), 2),
                                   round(count(*) filter (where closed is null)
                                         * count(*) filter (where stage = 'Won')
                                         / nullif(count(*) filter (where closed is not null), 0)::numeric
                                         * round(avg(value) filter (where stage = 'Won'), 2)
                                         / avg(closed - engaged) filter (where stage = 'Won'), 2)
                              from raw.deal group by 1""".formatted(DIMENSIONS.get(dimension))));
        }
    }

    /** The same seed asks for the same days. */
    private void standsAtAnyPastDateAsThingsStoodThen() throws SQLException {
        var random = new Random(20_171_231);
        for (var count = 0; count < 25; count++) {
            var day = LocalDate.parse("2016-10-15").plusDays(random.nextInt(450));
            var funnel = get("/v1/reports/funnel?at=" + day + "T12:00:00Z");
            var then = sql("""
                    select 'then', count(*) filter (where closed is null or closed > {day}),
                           count(*) filter (where closed <= {day} and stage = 'Won'),
                           count(*) filter (where closed <= {day} and stage = 'Lost'),
                           coalesce(sum(value) filter (where closed <= {day} and stage = 'Won'), 0)::numeric(20, 2)
                      from raw.deal where engaged <= {day}""".replace("{day}", "date '" + day + "'"));
            var stood = new ArrayList<String>();
            stood.add(String.valueOf(funnel.getInt("open")));
            for (var kind : List.of("WON", "LOST")) {
                stood.add(String.valueOf(
                        funnel.<Integer>getList("closed.findAll { it.kind == '%s' }.count".formatted(kind)).stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
            }
            var won = funnel.getString("closed.find { it.kind == 'WON' }.amount.amount");
            stood.add(plain(won == null ? "0" : won));
            assertThat(Map.of("then", stood)).as(day.toString()).isEqualTo(then);
            assertThat(funnel.getInt("openInUnknownStage")).isZero();
        }
    }

    private void neverConvertsMoreThanEntered() throws SQLException {
        var quarters = sql("""
                select to_char(engaged, 'YYYY"-Q"Q'), min(date_trunc('quarter', engaged)::date), count(*),
                       count(*) filter (where stage = 'Won'), count(*) filter (where stage = 'Lost')
                  from raw.deal where engaged is not null group by 1""");
        for (var quarter : quarters.values()) {
            var first = LocalDate.parse(quarter.getFirst());
            var period = "&from=%s&to=%s".formatted(first, first.plusMonths(3).minusDays(1));
            var cohort = get("/v1/reports/funnel?mode=cohort" + period);
            var stage = cohort.setRootPath("stages.find { it.stage == 'needs-analysis' }");
            assertThat(List.of(
                            first.toString(),
                            stage.getString("entered"),
                            stage.getString("advanced"),
                            stage.getString("lost.NOT_RECORDED")))
                    .isEqualTo(quarter);
        }
        for (var query : List.of("", "&unit=customer", "&start=lead", "&start=lead&unit=customer")) {
            for (var region : List.of("", "&team=/central", "&team=/east", "&team=/west")) {
                var cohort = get("/v1/reports/funnel?mode=cohort" + query + region);
                assertThat(cohort.<Float>getList("stages.conversion")).allMatch(share -> share <= 1);
                assertThat(cohort.getFloat("opened.conversion")).isLessThanOrEqualTo(1);
            }
        }
    }

    private void forecastsThePast() throws SQLException {
        var report = get("/v1/reports/forecast?at=2017-12-31T16:00:00Z");
        assertThat(report.getInt("total.count")).isEqualTo(1_589);
        var quarters = report.<Map<String, Object>>getList("history.backTest.quarters");
        for (var quarter : quarters) {
            var name = quarter.get("quarter").toString();
            var first = "date '%s-%02d-01'".formatted(name.substring(0, 4), 3 * (name.charAt(6) - '0') - 2);
            var open = "engaged < %1$s and (closed is null or closed >= %1$s)".formatted(first);
            var wonIn = "stage = 'Won' and closed >= %1$s and closed < %1$s + interval '3 months'".formatted(first);
            var then =
                    sql("select 'then', count(*), sum(value) filter (where %s)::numeric(20, 2) from raw.deal where %s"
                            .formatted(wonIn, open));
            assertThat(List.of(plain(quarter.get("open")), plain(figure(quarter, "came.amount"))))
                    .as(name)
                    .isEqualTo(then.get("then"));
            System.out.printf(
                    "forecast of %s: open %s, expected %s, came %s; of deals opened later %s%n",
                    name,
                    quarter.get("open"),
                    figure(quarter, "expected.amount"),
                    figure(quarter, "came.amount"),
                    figure(quarter, "cameNew.amount"));
        }
        System.out.printf(
                "forecast of %d quarters: WAPE %s, bias %s%n",
                quarters.size(),
                report.getString("history.backTest.expectedError"),
                report.getString("history.backTest.expectedBias"));
        assertThat(quarters).hasSizeGreaterThanOrEqualTo(3);
        assertThat(report.getFloat("history.backTest.expectedError")).isBetween(0f, 0.5f);
    }

    private Map<String, List<String>> sql(String query) throws SQLException {
        try (var connection = database.getConnection()) {
            return ComparedFigures.sql(connection, query);
        }
    }
}
