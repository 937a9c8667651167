package io.kehu.gateway.health;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.gateway.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuiteHealthTest {

    private static final String CHECK = "checks.find { it.name == '%s' }.";

    @Test
    void namesTheSickService() {
        get("/q/health")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body(CHECK.formatted("service-desk-service") + "status", equalTo("DOWN"))
                .body(CHECK.formatted("service-desk-service") + "data.reason", equalTo("database"))
                .body(CHECK.formatted("contract-service") + "data.reason", equalTo("is not reachable"))
                .body("checks.findAll { it.status == 'DOWN' }", hasSize(2));
    }

    @Test
    void tellsWhatIsDegradedWithoutCallingItDown() {
        get("/q/health")
                .then()
                .body(CHECK.formatted("activity-service") + "status", equalTo("UP"))
                .body(CHECK.formatted("activity-service") + "data.degraded", equalTo("120 events wait for Kafka"))
                .body("checks.name", hasItems("customer-service", "opportunity-service", "reporting-service"));
    }

    @Test
    void callsAServiceDegradedWhenOneOfItsInstancesIsDown() {
        get("/q/health")
                .then()
                .body(CHECK.formatted("opportunity-service") + "status", equalTo("UP"))
                .body(CHECK.formatted("opportunity-service") + "data.degraded", endsWith("is not reachable"));
    }

    @Test
    void staysReadyItselfWhenAServiceIsSick() {
        get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        get("/q/health/live").then().statusCode(200);
        get("/q/health/started").then().statusCode(200);
    }

    @Test
    void countsRequestsWithoutAMeterPerRecord() {
        given().auth()
                .oauth2(Tokens.good())
                .get("/v1/customers/0193e5c2-7f00-7a3c-8f11-2b1f5a7d9c01")
                .then()
                .statusCode(200);
        var metrics = get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics).contains("http_server_requests_seconds").doesNotContain("0193e5c2");
    }
}
