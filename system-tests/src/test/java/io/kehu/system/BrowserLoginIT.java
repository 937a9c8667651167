package io.kehu.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A front end in the browser logs its user in at Keycloak, by an authorization code with PKCE (RFC 7636). */
@ExtendWith(RunningSuite.class)
class BrowserLoginIT {

    private static final String FRONT_END = "http://localhost:5173/callback";
    private static final String VERIFIER = "front-end-" + UUID.randomUUID() + UUID.randomUUID();
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private static Suite suite;

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    private static String protocol(String end) {
        return suite.url("KEYCLOAK") + "/realms/kehu/protocol/openid-connect/" + end;
    }

    private static String challenge() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static Response page(String address, String challenge) {
        var request = given().redirects()
                .follow(false)
                .queryParam("client_id", "kehu-web")
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("redirect_uri", address);
        if (challenge != null) {
            request.queryParam("code_challenge", challenge).queryParam("code_challenge_method", "S256");
        }
        return request.get(protocol("auth"));
    }

    private static String code() throws NoSuchAlgorithmException {
        var page = page(FRONT_END, challenge());
        var form = FORM.matcher(page.then().statusCode(200).extract().asString());
        assertThat(form.find()).isTrue();
        var answer = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(page.detailedCookies())
                .formParam("username", "rep")
                .formParam("password", "kehu-development")
                .post(form.group(1).replace("&amp;", "&"));
        var location = answer.then().statusCode(302).extract().header("Location");
        assertThat(location).startsWith(FRONT_END);
        var code = CODE.matcher(location);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static Response token(String code, String verifier) {
        return given().formParam("grant_type", "authorization_code")
                .formParam("client_id", "kehu-web")
                .formParam("redirect_uri", FRONT_END)
                .formParam("code", code)
                .formParam("code_verifier", verifier)
                .post(protocol("token"));
    }

    @Test
    void givesATokenThatTheGatewayTakes() throws NoSuchAlgorithmException {
        var token = token(code(), VERIFIER).then().statusCode(200).extract().<String>path("access_token");
        given().auth()
                .oauth2(token)
                .get(suite.url("GATEWAY") + "/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("rep"));
    }

    @Test
    void givesNoTokenToWhoOnlyHasTheCode() throws NoSuchAlgorithmException {
        token(code(), "another-" + VERIFIER).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void asksForAChallengeAndForAnAddressOfTheFrontEnd() throws NoSuchAlgorithmException {
        assertThat(page(FRONT_END, null).header("Location")).contains("error=invalid_request");
        page("https://elsewhere.example.com/", challenge()).then().statusCode(400);
    }
}
