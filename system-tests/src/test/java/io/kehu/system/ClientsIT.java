package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.client.ApiException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer's way from first contact to the reports, by each client that is generated from the OpenAPI document. */
@ExtendWith(RunningSuite.class)
class ClientsIT {

    private static Suite suite;

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    @Test
    void goesTheWayByTheJavaClient() throws ApiException {
        var journey = new JavaJourney(suite.url("GATEWAY"), suite.token("admin"), suite.token("finance"));
        journey.winCustomer();
        journey.signContract();
        journey.closeTicket();
        journey.answerSurvey();
        journey.findItInTheReports();
    }

    @Test
    void goesTheWayByTheTypeScriptClient() {
        TypeScriptClient.build();
        var told = TypeScriptClient.journey(Map.of(
                "KEHU_URL", suite.url("GATEWAY"),
                "KEHU_TOKEN", suite.token("admin"),
                "KEHU_APPROVER_TOKEN", suite.token("finance")));
        assertThat(told).contains("reports show 120000.00 USD won and a satisfaction of 1");
    }
}
