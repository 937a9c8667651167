package io.kehu.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitsTest {

    @Test
    void tellsWhatIsLeftAndRefusesWhatIsTooMuch() {
        var token = Tokens.of("hasty", "narrow");
        ask(token)
                .then()
                .statusCode(200)
                .header("RateLimit-Limit", "3")
                .header("RateLimit-Remaining", "2")
                .header("RateLimit-Reset", "1");

        var refused = Stream.generate(() -> ask(token))
                .limit(50)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        refused.then()
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit-Remaining", "0")
                .header("RateLimit-Reset", matchesPattern("[123]"))
                .body("code", equalTo("request.rate-limited"))
                .body("detail", equalTo("Too many requests; try again in 1 s."));
        ask(Tokens.of("hasty", "another")).then().statusCode(200);
    }

    @Test
    void limitsWhoeverBringsNoTokenMoreNarrowly() {
        get("/v1/customers/echo").then().statusCode(401).header("RateLimit-Limit", "100");
        get("/openapi").then().header("RateLimit-Limit", "100");
        ask("nonsense").then().statusCode(401).header("RateLimit-Limit", "100");
        ask(Tokens.good()).then().header("RateLimit-Limit", "400");
    }

    @Test
    void limitsNoHealthChecks() {
        get("/q/health/live").then().statusCode(200).header("RateLimit-Limit", nullValue());
        get("/q/metrics").then().statusCode(200).header("RateLimit-Limit", nullValue());
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/v1/customers/echo");
    }
}
