package io.kehu.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Upstreams.class, scope = TestResourceScope.GLOBAL)
class RoutingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TestHTTPResource
    URI gateway;

    private static RequestSpecification caller() {
        return given().auth().oauth2(Tokens.good());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers/echo, customer-service",
        "/v1/contacts, customer-service",
        "/v1/opportunities/echo/lines, opportunity-service",
        "/v1/pipelines, opportunity-service",
        "/v1/timeline, activity-service",
        "/v1/tickets, service-desk-service",
        "/v1/reports/funnel, reporting-service"
    })
    void sendsEachPathToItsService(String path, String service) {
        caller().get(path)
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("uri", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "PATCH", "DELETE"})
    void passesMethodQueryAndBodyUnchanged(String method) {
        var body = "{\"name\":\"上海新宇\"}".getBytes(StandardCharsets.UTF_8);
        caller().contentType("application/merge-patch+json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, "/v1/customers/echo?filter=industry==65;level=in=(A,B)&q=%E6%96%B0%E5%AE%87")
                .then()
                .statusCode(200)
                .header("ETag", "\"7\"")
                .body("method", equalTo(method))
                .body("uri", equalTo("/v1/customers/echo?filter=industry==65;level=in=(A,B)&q=%E6%96%B0%E5%AE%87"))
                .body("headers.content-type", startsWith("application/merge-patch+json"))
                .body("sha256", equalTo(Upstream.sha256(body)));
    }

    @Test
    void passesTheAnswerOfAServiceUnchanged() {
        caller().get("/v1/customers/missing").then().statusCode(404).body("service", equalTo("customer-service"));
    }

    @Test
    void forwardsTheTokenAndSaysWhoCalled() {
        var token = Tokens.good();
        given().header("Authorization", "Bearer " + token)
                .get("/v1/customers/echo")
                .then()
                .body("headers.authorization", equalTo("Bearer " + token))
                .body("headers.host", equalTo(gateway.getAuthority()))
                .body("headers.x-forwarded-host", equalTo(gateway.getAuthority()))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.forwarded", equalTo("for=127.0.0.1;proto=http;host=\"" + gateway.getAuthority() + "\""));
    }

    @Test
    void removesHeadersThatOnlyTheGatewayMaySet() {
        caller().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6;host=evil.example.com")
                .header("X-User-Id", "admin")
                .header("X-Tenant", "other")
                .header("X-Internal-Call", "true")
                .header("X-Original-URL", "/v1/reports")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Hop", "only here")
                .header("Connection", "X-Hop")
                .get("/v1/customers/echo")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers", not(hasKey("x-forwarded-prefix")))
                .body("headers.forwarded", startsWith("for=127.0.0.1;"))
                .body("headers.forwarded", not(containsString("evil")))
                .body("headers", not(hasKey("x-user-id")))
                .body("headers", not(hasKey("x-tenant")))
                .body("headers", not(hasKey("x-internal-call")))
                .body("headers", not(hasKey("x-original-url")))
                .body("headers", not(hasKey("x-http-method-override")))
                .body("headers", not(hasKey("x-hop")));
    }

    @Test
    void keepsTheTraceAndTheRequestIdOfTheCaller() {
        var parent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        caller().header("traceparent", parent)
                .header("X-Request-Id", "order-42")
                .get("/v1/customers/echo")
                .then()
                .header("X-Request-Id", "order-42")
                .header("Trace-Id", TRACE)
                .body("headers.traceparent", equalTo(parent))
                .body("headers.x-request-id", equalTo("order-42"));
    }

    @Test
    void givesATraceAndARequestIdToWhoeverBringsNone() {
        caller().header("traceparent", "00-nonsense")
                .header("X-Request-Id", "<script>")
                .get("/v1/customers/echo")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .header("Trace-Id", matchesPattern("[0-9a-f]{32}"))
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/unicorns", "/v1", "/v1/", "/v1/customersx", "/V1/customers", "/nothing", "/v2/customers"})
    void answersNotFoundWhereNothingIs(String path) {
        caller().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:kehu:problem:route.not-found"))
                .body("title", equalTo("Not Found"))
                .body("status", equalTo(404))
                .body("code", equalTo("route.not-found"))
                .body("traceId", equalTo(TRACE));
    }

    @Test
    void tellsProblemsInTheLanguageOfTheCaller() {
        caller().header("Accept-Language", "fr, zh-CN;q=0.9, en;q=0.8")
                .get("/v1/unicorns")
                .then()
                .body("detail", equalTo("此路径没有内容。"));
    }

    @Test
    void answersUnavailableWhenAServiceIsDown() {
        caller().get("/v1/contracts")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]"))
                .body("code", equalTo("service.unavailable"))
                .body("detail", equalTo("The contract-service does not answer; try again soon."));
    }

    @Test
    void answersTimeoutWhenAServiceStaysSilent() {
        caller().get("/v1/customers/silent").then().statusCode(504).body("code", equalTo("service.timeout"));
        caller().body("x").post("/v1/customers/silent").then().statusCode(504).body("code", equalTo("service.timeout"));
    }

    @Test
    void breaksOffAnAnswerThatTheServiceBrokeOff() {
        var request = HttpRequest.newBuilder(gateway.resolve("/v1/customers/breaking"))
                .header("Authorization", "Bearer " + Tokens.good())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void passesAnswersWithoutBody() {
        caller().head("/v1/customers/echo").then().statusCode(200).header("ETag", "\"7\"");
        caller().delete("/v1/customers/emptied").then().statusCode(204).header("Content-Length", nullValue());
        caller().header("If-None-Match", "\"7\"")
                .get("/v1/customers/unchanged")
                .then()
                .statusCode(304);
    }
}
