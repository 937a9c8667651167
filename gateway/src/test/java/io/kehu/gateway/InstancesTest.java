package io.kehu.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reporting-service has two instances, of the opportunity-service one is dead, of the contract-service all are. */
@QuarkusTest
class InstancesTest {

    private static RequestSpecification caller() {
        return given().auth().oauth2(Tokens.good());
    }

    @Test
    void spreadsRequestsOverTheInstances() {
        var ports = new HashSet<Integer>();
        for (var request = 0; request < 40; request++) {
            ports.add(caller().get("/v1/reports/echo")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<Integer>path("port"));
        }
        assertThat(ports).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH"})
    void losesNoRequestToADeadInstance(String method) {
        for (var request = 0; request < 20; request++) {
            caller().request(method, "/v1/opportunities/echo").then().statusCode(200);
        }
        for (var request = 0; request < 5; request++) {
            caller().body("whole").post("/v1/opportunities/echo").then().body("length", equalTo(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreliable", "leaving"})
    void triesAgainWhatIsSafe(String trial) {
        caller().get("/v1/customers/" + trial + "/get").then().statusCode(200);
        assertThat(arrivals("/v1/customers/" + trial + "/get")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreliable", "leaving"})
    void neverSendsTwiceWhatChangesSomething(String trial) {
        caller().body("{}")
                .post("/v1/customers/" + trial + "/post")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("code", equalTo("service.unavailable"));
        assertThat(arrivals("/v1/customers/" + trial + "/post")).isEqualTo(1);
    }

    @Test
    void leavesADeadServiceAloneForAWhile() {
        for (var request = 0; request < 12; request++) {
            caller().get("/v1/orders").then().statusCode(503).body("code", equalTo("service.unavailable"));
        }
        var metrics = get("/q/metrics").asString();
        assertThat(metrics)
                .containsPattern("kehu_gateway_upstream_breaker\\{.*service=\"contract-service\".*} [12]\\.0")
                .containsPattern("kehu_gateway_upstream_breaker\\{.*service=\"customer-service\".*} 0\\.0");
        assertThat(failures(metrics)).isBetween(5, 11);
    }

    @Test
    void countsWhatEachInstanceDoes() {
        caller().get("/v1/reports/echo").then().statusCode(200);
        assertThat(get("/q/metrics").asString())
                .containsPattern("kehu_gateway_upstream_requests_seconds_count\\{instance=\"127.0.0.1:\\d+\","
                        + "outcome=\"success\",service=\"reporting-service\"} \\d")
                .containsPattern("kehu_gateway_upstream_in_flight\\{.*service=\"reporting-service\".*} 0\\.0");
    }

    private static int failures(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("kehu_gateway_upstream_requests_seconds_count"))
                .filter(line -> line.contains("outcome=\"failed\"") && line.contains("contract-service"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static int arrivals(String path) {
        return caller().get("/v1/customers/tally").jsonPath().getInt("'" + path + "'");
    }
}
