package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.anna;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Money;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealTermsTest {

    private static String open(String more) {
        return anna().body("""
                        {"name":"deal","amount":{"amount":"1000","currency":"USD"}%s}""".formatted(more))
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String campaign() {
        return given().auth()
                .oauth2(Tokens.own("anna", "campaign:write"))
                .contentType("application/json")
                .body("{\"name\":\"fair\",\"type\":\"EXHIBITION\"}")
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void keepsCompetitorsSharesCampaignAndRate() {
        var campaign = campaign();
        var id = open("""
                ,"campaignId":"%s","exchangeRate":{"rate":"7.10","date":"2026-03-01"},
                "competitors":[{"name":"用友","position":"AHEAD","price":{"amount":"900","currency":"USD"}}],
                "split":[{"username":"li","share":"0.60"},{"username":"wang","team":"/sales","share":0.4}]""".formatted(campaign));
        anna().get("/v1/opportunities/" + id)
                .then()
                .body("campaignId", equalTo(campaign))
                .body("baseAmount.amount", equalTo("7100.00"))
                .body("baseAmount.currency", equalTo("CNY"))
                .body("competitors[0].position", equalTo("AHEAD"))
                .body("split.username", contains("li", "wang"));
        anna().get("/v1/opportunities?filter=competitors==用友;campaignId==" + campaign)
                .then()
                .body("items.id", hasItem(id));
        anna().contentType("application/merge-patch+json")
                .body("{\"exchangeRate\":{\"rate\":7.1,\"date\":\"2026-03-01\"}}")
                .patch("/v1/opportunities/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void wantsSharesOfAWhole() {
        anna().body("{\"name\":\"deal\",\"split\":[{\"username\":\"li\",\"share\":0.5}]}")
                .post("/v1/opportunities")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("opportunity.split-sum"));
        anna().body("{\"name\":\"deal\",\"contacts\":[{\"contactId\":\"%s\",\"role\":\"USER\"}]}"
                        .formatted(UUID.randomUUID()))
                .post("/v1/opportunities")
                .then()
                .statusCode(503);
    }

    @Test
    void takesAStatedChanceUntilTheDealMovesOn() {
        var id = open(",\"statedProbability\":{\"percent\":25,\"reason\":\"old friends\"}");
        anna().get("/v1/opportunities/" + id)
                .then()
                .body("probability", equalTo(25))
                .body("probabilityReason", equalTo("old friends"))
                .body("weightedAmount.amount", equalTo("250.00"))
                .body("ageDays", equalTo(0))
                .body("daysInStage", equalTo(0))
                .body("baseAmount", nullValue());
        anna().body("{\"stage\":\"NEEDS_ANALYSIS\"}")
                .put("/v1/opportunities/" + id + "/stage")
                .then()
                .statusCode(200)
                .body("probability", equalTo(30))
                .body("probabilityReason", nullValue());
    }

    @Test
    void knowsTheAmountInTheCompanysCurrency() {
        var rate = new ExchangeRate(new BigDecimal("7.1000"), LocalDate.parse("2026-03-01"));
        assertThat(rate).isEqualTo(new ExchangeRate(new BigDecimal("7.1"), LocalDate.parse("2026-03-01")));
        assertThat(ExchangeRate.base(Money.of("3", "CNY"), null)).isEqualTo(Money.of("3", "CNY"));
        assertThat(ExchangeRate.base(Money.of("3", "USD"), null)).isNull();
        assertThat(ExchangeRate.base(Money.of("3.333", "USD"), rate)).isEqualTo(Money.of("23.66", "CNY"));
        assertThat(ExchangeRate.base(null, rate)).isNull();
    }
}
