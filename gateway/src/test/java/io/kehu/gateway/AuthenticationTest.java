package io.kehu.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuthenticationTest {

    @Test
    void refusesARequestWithoutToken() {
        given().get("/v1/customers/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("authentication.required"));
    }

    @Test
    void letsAnybodySendALeadFormAndNothingBesides() {
        given().post("/v1/lead-forms/website/submissions").then().statusCode(200);
        given().get("/v1/lead-forms/website/submissions").then().statusCode(401);
        given().post("/v1/lead-forms/website").then().statusCode(401);
        given().post("/v1/lead-forms/website/submissions/1").then().statusCode(401);
        given().auth()
                .oauth2("nonsense")
                .post("/v1/lead-forms/website/submissions")
                .then()
                .statusCode(401);
    }

    @Test
    void letsCustomersAnswerSurveysAndNothingBesides() {
        given().get("/v1/survey-answers/the-token").then().statusCode(200);
        given().header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .contentType("application/x-www-form-urlencoded")
                .body("score=5")
                .post("/v1/survey-answers/the-token")
                .then()
                .statusCode(200);
        given().get("/v1/survey-answers").then().statusCode(401);
        given().get("/v1/survey-answers/the-token/more").then().statusCode(401);
        given().delete("/v1/survey-answers/the-token").then().statusCode(401);
        given().get("/v1/surveys/1").then().statusCode(401);
    }

    @Test
    void refusesAnUploadWithoutToken() {
        given().body(new byte[3_000_000]).post("/v1/customers/imports").then().statusCode(401);
    }

    @Test
    void refusesATokenSignedByAnotherKey() throws NoSuchAlgorithmException {
        var other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        refuses(Tokens.claims().sign(other.getPrivate()));
    }

    @Test
    void refusesATokenForAnotherAudience() {
        refuses(Tokens.claims().audience("account").sign());
    }

    @Test
    void refusesATokenThatHasExpired() {
        refuses(Tokens.claims()
                .expiresAt(Instant.now().minus(Duration.ofMinutes(1)))
                .sign());
    }

    @Test
    void refusesWhatIsNoToken() {
        refuses("nonsense");
        given().auth()
                .preemptive()
                .basic("admin", "admin")
                .get("/v1/customers/echo")
                .then()
                .statusCode(401);
    }

    private static void refuses(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1/customers/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("authentication.required"));
    }
}
