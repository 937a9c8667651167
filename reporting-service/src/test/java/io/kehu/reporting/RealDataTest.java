package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.LOST;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kehu.events.Event;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A company's real pipeline of 8,800 opportunities, taken in as an import tells it: its figures are known from the file. */
@QuarkusTest
class RealDataTest extends ReadModelTest {

    private static final Path DATA = Path.of("../../shared/data/crm-sales-opportunities");

    @Test
    void answersTheFiguresOfTheFile() throws IOException {
        assumeTrue(
                Files.isDirectory(DATA),
                "the data set is not here: " + DATA.toAbsolutePath().normalize());
        var teams = rows("sales_teams.csv").stream()
                .collect(Collectors.toMap(
                        row -> code(row.getField("sales_agent")),
                        row -> "/" + code(row.getField("regional_office")) + "/" + code(row.getField("manager"))));
        send(rows("sales_pipeline.csv").stream().map(row -> deal(row, teams)).toList());

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
        showsAnAgentAndAManagerOnlyTheirs();
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

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            return reader.stream().toList();
        }
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Event deal(NamedCsvRecord row, Map<String, String> teams) {
        var agent = code(row.getField("sales_agent"));
        var deal = new Deal().of(agent, teams.get(agent)).with(null, null, row.getField("product"));
        if (!row.getField("close_value").isEmpty()) {
            deal.worth(row.getField("close_value"), "USD");
        }
        var opened = row.getField("engage_date").isEmpty() ? null : Deal.day(row.getField("engage_date"));
        var closed = row.getField("close_date").isEmpty() ? null : Deal.day(row.getField("close_date"));
        var stage = switch (row.getField("deal_stage")) {
            case "Won" -> WON;
            case "Lost" -> LOST;
            case "Engaging" -> NEEDS;
            default -> CONTACT;
        };
        return deal.imported(stage, opened, closed).events().getFirst();
    }
}
