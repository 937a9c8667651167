package io.kehu.opportunity.past;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.as;
import static io.kehu.opportunity.Neighbours.awaitKnown;
import static io.kehu.opportunity.Neighbours.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.EventFamily;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes out of deals as a file comes in again. */
@QuarkusTest
class OpportunityExchangeTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private UUID customer() {
        var id = UUID.randomUUID();
        var state = StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", "C" + mark)
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", "anna")
                .with("lifecycle", "PROSPECT")
                .build();
        EventStream.send(EventStream.event(new CustomerEvent.Created(), state, 1));
        awaitKnown(EventFamily.CUSTOMER, id);
        return id;
    }

    private static String create(String path, String permission, String body) {
        return as(Tokens.all("anna", permission))
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String number(String campaign) {
        return as(Tokens.all("anna", "campaign:read"))
                .get("/v1/campaigns/" + campaign)
                .path("number");
    }

    @Test
    void namesCustomerCampaignAndCompetitorsTheSameBothWays() {
        var customer = customer();
        var campaign = create("/v1/campaigns", "campaign:write", "{\"name\":\"fair\",\"type\":\"ONLINE\"}");
        var rival = create("/v1/competitors", "competitor:write", "{\"name\":\"Rival %s\"}".formatted(mark));
        var rows = "externalId,externalSource,source,customer,campaign,competitors\n"
                + "D1,%1$s,%1$s,C%1$s,%2$s,Rival %1$s;Globex\nD2,%1$s,%1$s,,M-none,\n"
                        .formatted(mark, number(campaign));
        var job = OpportunityImportTest.run(rows.getBytes(StandardCharsets.UTF_8), "upsert", "{}");
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        anna().get("/v1/opportunities/by-external?externalId=D1&source=" + mark)
                .then()
                .body("customerId", equalTo(customer.toString()))
                .body("campaignId", equalTo(campaign))
                .body("competitors.name", containsInAnyOrder("Rival " + mark, "Globex"))
                .body("competitors.competitorId", containsInAnyOrder(rival, null));
        var file = exported();
        assertThat(file).contains("C" + mark, number(campaign), "Globex;Rival " + mark);
        var again = sentBack(file);
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(again.getInt("rejected")).isZero();
    }

    private String exported() {
        return as(Tokens.all("anna", "opportunity:read", "opportunity:export"))
                .accept("text/csv")
                .get("/v1/opportunities?filter=source==" + mark)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonPath sentBack(String file) {
        return OpportunityImportTest.run(file.getBytes(StandardCharsets.UTF_8), "upsert", "{}");
    }

    @Test
    void leavesTheAmountToTheLinesUnlessTheFileStatesAnother() {
        var id = create("/v1/opportunities", "opportunity:write", """
                {"name":"Pumps","source":"%s","amountSource":"LINES","nextStep":"call",
                 "lines":[{"productId":"%s","quantity":2}]}""".formatted(mark, product("P" + mark, "Pump")));
        var file = exported();
        assertThat(file).contains("9642");
        assertThat(sentBack(file).getInt("unchanged")).isEqualTo(1);
        assertThat(sentBack(file.replace("call", "visit")).getInt("updated")).isEqualTo(1);
        anna().get("/v1/opportunities/" + id)
                .then()
                .body("nextStep", equalTo("visit"))
                .body("amountSource", equalTo("LINES"))
                .body("amount.amount", equalTo("9642.00"));
        assertThat(sentBack(file.replace("9642", "9000")).getInt("updated")).isEqualTo(1);
        anna().get("/v1/opportunities/" + id)
                .then()
                .body("amountSource", equalTo("STATED"))
                .body("amount.amount", equalTo("9000.00"));
    }
}
