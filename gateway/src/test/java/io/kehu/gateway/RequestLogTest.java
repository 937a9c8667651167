package io.kehu.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RequestLogTest {

    private static final Logger LOG = Logger.getLogger("io.kehu.gateway.requests");

    @TestHTTPResource
    URI gateway;

    private final Listener listener = new Listener();

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(listener);
    }

    @Test
    void tellsInOneLineWhoWasServedByWhatAndHow() {
        given().auth()
                .oauth2(Tokens.of("zhang.san", "front-end"))
                .header("X-Request-Id", "order-42")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body("{\"name\":\"secret\"}")
                .post("/v1/customers/0193e5c2-7f00-7a3c-8f11-2b1f5a7d9c01/13800138000?q=secret")
                .then()
                .statusCode(200);

        var line = line("order-42");
        assertThat(line.getMessage())
                .matches("method=POST path=/v1/customers/0193e5c2-7f00-7a3c-8f11-2b1f5a7d9c01/\\* status=200 ms=\\d+"
                        + " bytes=[1-9]\\d+ user=[0-9a-f]{12} client=front-end requestId=order-42"
                        + " traceId=4bf92f3577b34da6a3ce929d0e0e4736 instance=127\\.0\\.0\\.1:\\d+");
        assertThat(line.getMdc("status")).isEqualTo("200");
        assertThat(line.getMdc("client")).isEqualTo("front-end");
    }

    @Test
    void tellsOfWhatWasRefusedToo() {
        given().header("X-Request-Id", "stranger")
                .get("/v1/customers/zhang.san")
                .then()
                .statusCode(401);
        assertThat(line("stranger").getMessage())
                .startsWith("method=GET path=/v1/customers/* status=401")
                .doesNotContain("user=");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void tellsOfAClientThatLeft(HttpClient.Version version) throws IOException, InterruptedException {
        var flood = HttpRequest.newBuilder(gateway.resolve("/v1/customers/flood?bytes=200000000"))
                .version(version)
                .header("Authorization", "Bearer " + Tokens.good())
                .header("X-Request-Id", "left-" + version)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(flood, HttpResponse.BodyHandlers.ofInputStream()).body().close();
        }
        assertThat(line("left-" + version).getMessage()).contains(" status=499 ");
    }

    @Test
    void leavesOutWhatOperatorsAsk() {
        given().header("X-Request-Id", "probe").get("/q/health/live").then().statusCode(200);
        given().header("X-Request-Id", "after").get("/v1/customers").then().statusCode(401);
        line("after");
        assertThat(listener.lines).noneMatch(line -> line.getMessage().contains("requestId=probe"));
    }

    @Test
    void learnsTheWordsOfTheApi() {
        get("/openapi").then().statusCode(200);
        given().header("X-Request-Id", "words").get("/v1/customers").then().statusCode(401);
        assertThat(line("words").getMessage()).contains("path=/v1/customers ");
    }

    private ExtLogRecord line(String requestId) {
        await().until(() -> listener.lines.stream().anyMatch(line -> of(line, requestId)));
        return listener.lines.stream()
                .filter(line -> of(line, requestId))
                .findFirst()
                .orElseThrow();
    }

    private static boolean of(ExtLogRecord line, String requestId) {
        return requestId.equals(line.getMdc("requestId"));
    }

    private static final class Listener extends Handler {

        private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add((ExtLogRecord) line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
