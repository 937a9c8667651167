package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommonProblemsTest extends ReadModelTest {

    private static final UUID ACME = UUID.randomUUID();
    private static final UUID BOLT = UUID.randomUUID();

    private static TicketStory ticket(String category, UUID customer, String opened) {
        return new TicketStory()
                .with("category", category)
                .with("customerId", customer)
                .opened(opened + "T00:00:00Z");
    }

    private static void sendSome() {
        send(Stream.of(
                        new TicketStory()
                                .with("category", "PRINTER")
                                .with("customerId", ACME)
                                .with("rootCause", "PAPER")
                                .opened("2026-01-01T00:00:00Z"),
                        ticket("PRINTER", ACME, "2026-01-20").resolved("2026-01-20T04:00:00Z"),
                        ticket("PRINTER", BOLT, "2026-02-10").resolved("2026-02-10T08:00:00Z"),
                        ticket("PRINTER", BOLT, "2026-03-20"),
                        ticket("PRINTER", null, "2026-03-21"),
                        ticket("NETWORK", ACME, "2026-01-21"),
                        ticket("NETWORK", ACME, "2026-01-22").moved("DUPLICATE", "2026-01-22T01:00:00Z"),
                        ticket(null, ACME, "2026-01-23"))
                .flatMap(ticket -> ticket.events().stream())
                .toList());
    }

    @Test
    void countsWhatIsAskedMostAndHowOftenItIsAskedAgain() {
        sendSome();
        var report = get("/v1/reports/common-problems");
        assertThat(report.getInt("tickets")).isEqualTo(7);
        assertThat(report.getList("problems.key")).containsExactly("PRINTER", "NETWORK", null);
        assertThat(report.getList("problems.tickets")).containsExactly(5, 1, 1);
        assertThat(report.getList("problems.customers")).containsExactly(2, 1, 1);
        assertThat(report.getList("problems.repeated")).containsExactly(1, 0, 0);
        assertThat(report.getList("problems.repeatRate")).containsExactly(0.25f, 0f, 0f);
        assertThat(report.getFloat("problems[0].share")).isEqualTo(0.7143f);
        assertThat(report.getFloat("problems[0].medianHours")).isEqualTo(6f);
        assertThat(get("/v1/reports/common-problems?repeatDays=40").getInt("problems[0].repeated"))
                .isEqualTo(2);
        assertThat(get("/v1/reports/common-problems?repeatDays=10").getInt("problems[0].repeated"))
                .isZero();
    }

    @Test
    void remembersWhatWasAskedBeforeThePeriod() {
        sendSome();
        var report = get("/v1/reports/common-problems?from=2026-01-15&to=2026-01-31");
        assertThat(report.getList("problems.key")).containsExactly("NETWORK", "PRINTER", null);
        assertThat(report.getInt("problems[1].repeated")).isEqualTo(1);
        assertThat(report.getString("problems[1].records"))
                .isEqualTo("/v1/tickets?filter=openedAt%3Dge%3D2026-01-14T16%3A00%3A00Z%3B"
                        + "openedAt%3Dlt%3D2026-01-31T16%3A00%3A00Z%3Bcategory%3D%3D%22PRINTER%22");
    }

    @Test
    void groupsByCauseProductAndType() {
        sendSome();
        assertThat(get("/v1/reports/common-problems?groupBy=cause").getList("problems.key"))
                .containsExactly(null, "PAPER");
        assertThat(get("/v1/reports/common-problems?groupBy=type").getList("problems.name"))
                .containsExactly("Repair");
        assertThat(get("/v1/reports/common-problems?top=1").getList("problems")).hasSize(1);
        assertThat(get("/v1/reports/common-problems?top=1").getInt("tickets")).isEqualTo(7);
        assertThat(text("/v1/reports/common-problems", "text/csv", "zh-CN"))
                .contains("PRINTER,PRINTER,5,0.7143,2,1,0.2500,");
        assertThat(text("/v1/reports/common-problems", "image/svg+xml", "zh-CN"))
                .contains("常见问题:7 个服务请求", "30 天内重复 25.0%", "(无)");
        for (var wrong : List.of("groupBy=x", "repeatDays=0", "top=1000")) {
            ask(everybody(), "/v1/reports/common-problems?" + wrong).statusCode(400);
        }
        ask(Tokens.all("anna", "ticket:read"), "/v1/reports/common-problems").statusCode(403);
    }
}
