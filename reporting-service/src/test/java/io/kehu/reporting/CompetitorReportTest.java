package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.CompetitorEvent;
import io.kehu.events.CompetitorState;
import io.kehu.events.OpportunityState;
import io.kehu.events.OpportunityState.CompetitorStand;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompetitorReportTest extends ReadModelTest {

    private static final UUID GLOBEX = UUID.randomUUID();

    @BeforeEach
    void sendSome() {
        execute("truncate competitor");
        var globex = StateBuilder.of(CompetitorState.class)
                .with("id", GLOBEX)
                .with("name", "Globex")
                .build();
        send(List.of(
                EventStream.event(new CompetitorEvent.Created(), globex, 1),
                MarketDeals.won(against("anna", stand(GLOBEX, "Globex")), "300", "2026-02-01"),
                MarketDeals.lost(against("anna", stand(null, "GLOBEX"), stand(null, "Initech")), "100", "2026-02-02"),
                MarketDeals.lost(against("ben", stand(GLOBEX, "Globex"), stand(null, "globex")), "100", "2026-03-01"),
                MarketDeals.open(against("ben", stand(GLOBEX, "Globex"))),
                MarketDeals.open(against("ben"))));
    }

    private static StateBuilder<OpportunityState> against(String owner, CompetitorStand... stands) {
        return MarketDeals.of(owner, "/sales/" + owner).with("competitors", List.of(stands));
    }

    private static CompetitorStand stand(UUID id, String name) {
        return new CompetitorStand(name, null, null, null, null, id);
    }

    @Test
    void tellsHowWeStandAgainstEach() {
        var report = get("/v1/reports/competitors");
        assertThat(report.getList("competitors.name")).containsExactly("Globex", "Initech");
        assertThat(report.getList("competitors.key")).isEqualTo(Arrays.asList(GLOBEX.toString(), null));
        assertThat(report.getList("competitors.won")).containsExactly(1, 0);
        assertThat(report.getList("competitors.lost")).containsExactly(2, 1);
        assertThat(report.getList("competitors.open")).containsExactly(1, 0);
        assertThat(report.getFloat("competitors[0].winRate")).isEqualTo(0.3333f);
        assertThat(report.getString("competitors[0].wonAmount.amount")).isEqualTo("300.00");
        assertThat(report.getFloat("competitors[0].amountWinRate")).isEqualTo(0.6f);
        assertThat(text("/v1/reports/competitors", "text/csv", "zh-CN"))
                .contains("名称,进行中,赢单数")
                .contains("Globex,1,1,2,0.3333,CNY,0.00,300.00,200.00,0.6000");
    }

    @Test
    void mindsThePeriodAndTheCallersRows() {
        assertThat(get("/v1/reports/competitors?to=2026-02-28").getInt("competitors[0].lost"))
                .isEqualTo(1);
        var ben = get(Tokens.own("ben", "report:read"), "/v1/reports/competitors");
        assertThat(ben.getList("competitors.name")).containsExactly("Globex");
        assertThat(ben.getInt("competitors[0].won")).isZero();
        assertThat(get("/v1/reports/competitors?owner=anna").getInt("competitors[0].open"))
                .isZero();
        ask(Tokens.all("anna", "competitor:read"), "/v1/reports/competitors").statusCode(403);
        ask(everybody(), "/v1/reports/competitors?from=x").statusCode(400);
    }
}
