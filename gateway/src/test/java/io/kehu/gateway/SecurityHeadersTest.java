package io.kehu.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecurityHeadersTest {

    @Test
    void areOnWhatAServiceAnswers() {
        areOn(given().auth()
                        .oauth2(Tokens.good())
                        .get("/v1/customers/echo")
                        .then()
                        .statusCode(200))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void areOnProblems() {
        areOn(get("/v1/customers/echo").then().statusCode(401)).header("Cache-Control", "no-store");
        areOn(get("/v1/customers;x").then().statusCode(400));
        areOn(get("/nothing").then().statusCode(404));
        areOn(given().header("Origin", "https://elsewhere.example.com")
                .get("/v1/customers/echo")
                .then()
                .statusCode(403));
        areOn(given().auth().oauth2(Tokens.good()).get("/v1/contracts").then().statusCode(503));
    }

    @Test
    void areOnWhatTheGatewayServesItself() {
        areOn(get("/openapi").then().statusCode(200)).header("Cache-Control", "no-store");
        areOn(get("/q/health/live").then().statusCode(200));
        areOn(get("/q/swagger-ui/").then().statusCode(200))
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(not(containsString("<script>")));
    }

    private static ValidatableResponse areOn(ValidatableResponse answer) {
        return answer.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Strict-Transport-Security", nullValue())
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .header("Trace-Id", matchesPattern("[0-9a-f]{32}"));
    }
}
