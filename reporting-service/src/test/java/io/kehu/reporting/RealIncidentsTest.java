package io.kehu.reporting;

import static io.kehu.reporting.ComparedFigures.groups;
import static io.kehu.reporting.ComparedFigures.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The real log of a service desk, 9,534 updates of 1,379 incidents, taken in as an import tells it: each figure is the same as
 * plain SQL over the file gives.
 */
@QuarkusTest
class RealIncidentsTest extends ReadModelTest {

    private static final Path DATA = Path.of("../../shared/data/servicedesk-incidents/incident_events.csv");

    private static final Map<String, String> DIMENSIONS = Map.of(
            "status", "state",
            "priority", "priority",
            "group", "team");

    private static final String FIGURES = """
            select %s, count(*), count(resolved), count(closed), count(*) filter (where reopened > 0),
                   percentile_cont(0.5) within group (order by extract(epoch from resolved - opened) / 3600)::text::numeric(9, 2),
                   percentile_cont(0.9) within group (order by extract(epoch from resolved - opened) / 3600)::text::numeric(9, 2),
                   count(*) filter (where kept), count(*) filter (where not kept),
                   round(count(*) filter (where kept) / count(*)::numeric, 4)
              from raw.incident group by 1""";

    @Test
    void answersTheFiguresOfTheFile() throws IOException, SQLException {
        assumeTrue(
                Files.exists(DATA),
                "the data set is not here: " + DATA.toAbsolutePath().normalize());
        var incidents = new RawIncidents(DATA);
        try (var connection = database.getConnection()) {
            incidents.load(connection);
        }
        send(incidents.events());

        answersTheKnownFigures();
        agreesWithSqlByEachDimension();
        tellsTheBacklogOfAnyTimeAsTheFileDoes();
        knowsWhichRowsGoBackInTime();
    }

    private static void answersTheKnownFigures() {
        var total = get("/v1/reports/service-desk").setRootPath("total");
        assertThat(total.getInt("opened")).isEqualTo(1_379);
        assertThat(total.getInt("closed")).isEqualTo(1_379);
        assertThat(total.getInt("backlog")).isZero();
        assertThat(total.getInt("resolution.imported.met")).isEqualTo(695);
        assertThat(total.getFloat("resolution.imported.hitRate")).isEqualTo(0.5040f);
        assertThat(total.getInt("resolution.computed.met")).isZero();
        assertThat(total.getString("resolution.computed.hitRate")).isNull();
    }

    private void agreesWithSqlByEachDimension() throws SQLException {
        for (var dimension : DIMENSIONS.entrySet()) {
            assertThat(groups(
                            get("/v1/reports/service-desk?groupBy=" + dimension.getKey()),
                            "key",
                            "opened",
                            "resolved",
                            "closed",
                            "reopened",
                            "resolution.medianHours",
                            "resolution.p90Hours",
                            "resolution.imported.met",
                            "resolution.imported.breached",
                            "resolution.imported.hitRate"))
                    .as(dimension.getKey())
                    .isEqualTo(sql(FIGURES.formatted(dimension.getValue())));
        }
        var total = get("/v1/reports/service-desk").setRootPath("total.resolution");
        var all = sql(FIGURES.formatted("'all'")).get("all");
        assertThat(List.of(plain(total.get("medianHours")), plain(total.get("p90Hours"))))
                .isEqualTo(all.subList(4, 6));
    }

    /** The same seed asks for the same times. */
    private void tellsTheBacklogOfAnyTimeAsTheFileDoes() throws SQLException {
        var random = new Random(20_160_229);
        for (var count = 0; count < 25; count++) {
            var at = Instant.parse("2016-02-29T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 20)));
            var open = sql("""
                    select 'then', count(*) from raw.incident i
                     where opened <= {at} and coalesce((
                       select incident_state from raw.incident_event e
                        where e.number = i.number and raw.at(e.sys_updated_at) <= {at}
                        order by line desc limit 1), 'New') not in ('Resolved', 'Closed')""".replace("{at}", "timestamptz '" + at + "'"));
            assertThat(List.of(get("/v1/reports/service-desk?at=" + at).getString("total.backlog")))
                    .as(at.toString())
                    .isEqualTo(open.get("then"));
        }
    }

    private void knowsWhichRowsGoBackInTime() throws SQLException {
        var back = sql("""
                select number, before, sys_updated_at
                  from (select *, lag(sys_updated_at) over (partition by number order by line) as before
                          from raw.incident_event) e
                 where raw.at(sys_updated_at) < raw.at(before)""");
        assertThat(back).isEqualTo(Map.of("INC0000137", List.of("29/2/2016 11:10", "29/2/2016 09:52")));
    }

    private Map<String, List<String>> sql(String query) throws SQLException {
        try (var connection = database.getConnection()) {
            return ComparedFigures.sql(connection, query);
        }
    }
}
