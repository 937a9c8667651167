package io.kehu.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrontDoorTest {

    @TestHTTPResource
    URI gateway;

    private static RequestSpecification caller() {
        return given().auth().oauth2(Tokens.good());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers;x",
                "/v1/customers%3Bx",
                "/v1/customers%2F..%2F..%2Fq%2Fmetrics",
                "/v1/customers%5Cx",
                "//v1/customers",
                "/v1/%2e%2e/q/metrics",
                "/v1/../q/metrics",
                "/v1/customers%00",
                "/q/health;x",
                "http://elsewhere/v1/customers"
            })
    void refusesHostilePathsBeforeAnythingElse(String target) throws IOException {
        assertThat(RawRequest.get(gateway, target, "Authorization: Bearer " + Tokens.good()))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("path.hostile");
    }

    @Test
    void refusesWhatIsNoPathAtAll() throws IOException {
        assertThat(RawRequest.get(gateway, "/v1\\customers")).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        caller().get("/v1/customers/echo?q=" + "x".repeat(4_095))
                .then()
                .statusCode(414)
                .body("code", equalTo("request.query-too-long"));
        caller().get("/v1/customers/echo?q=" + "x".repeat(4_094)).then().statusCode(200);
    }

    @Test
    void letsTheServiceJudgeThePagesThatSendAForm() {
        for (var method : List.of("POST", "OPTIONS")) {
            given().header("Origin", "https://elsewhere.example.com")
                    .header("Access-Control-Request-Method", "POST")
                    .request(method, "/v1/lead-forms/the-key/submissions")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", nullValue())
                    .body("method", equalTo(method))
                    .body("headers.origin", equalTo("https://elsewhere.example.com"));
        }
        given().header("Origin", "https://elsewhere.example.com")
                .get("/v1/lead-forms/the-key")
                .then()
                .statusCode(403);
    }

    @Test
    void letsOnlyNamedOriginsIn() {
        caller().header("Origin", "https://crm.example.com")
                .get("/v1/customers/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://crm.example.com")
                .header("Access-Control-Expose-Headers", containsString("ratelimit-remaining"));
        caller().header("Origin", "https://elsewhere.example.com")
                .get("/v1/customers/echo")
                .then()
                .statusCode(403);
        given().header("Origin", "https://crm.example.com")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options("/v1/customers/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://crm.example.com")
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("if-match"))
                .header("Access-Control-Max-Age", "3600");
        given().header("Origin", "https://elsewhere.example.com")
                .header("Access-Control-Request-Method", "PATCH")
                .options("/v1/customers/echo")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
