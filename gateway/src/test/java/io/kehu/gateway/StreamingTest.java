package io.kehu.gateway;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is held in memory: whoever reads slowly slows down the sender, through the gateway. */
@QuarkusTest
class StreamingTest {

    private static final long MEGABYTE = 1024 * 1024;

    /** What sockets and queues may hold between the two ends. */
    private static final long ON_THE_WAY = 40 * MEGABYTE;

    @TestHTTPResource
    URI gateway;

    @ParameterizedTest
    @EnumSource(Version.class)
    void sendsNoMoreThanTheClientReads(Version version) throws IOException, InterruptedException {
        var before = tally("sent");
        try (var client = client(version)) {
            var answer = client.send(
                    request("/v1/customers/flood?bytes=" + 200 * MEGABYTE).build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                body.readNBytes((int) MEGABYTE);
                assertThat(settled(() -> tally("sent")) - before).isLessThan(ON_THE_WAY);
                assertThat(MEGABYTE + body.transferTo(OutputStream.nullOutputStream()))
                        .isEqualTo(200 * MEGABYTE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void takesNoMoreThanTheServiceReads(Version version) throws IOException, InterruptedException {
        var before = tally("received");
        var given = new AtomicLong();
        try (var client = client(version)) {
            var upload = request("/v1/customers/held/imports")
                    .POST(BodyPublishers.ofInputStream(() -> zeros(90 * MEGABYTE, given)))
                    .build();
            var answer = client.sendAsync(upload, BodyHandlers.discarding());
            await().until(() -> given.get() > 0);
            assertThat(settled(given::get)).isLessThan(ON_THE_WAY);

            call("/v1/customers/release");

            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(tally("received") - before).isEqualTo(90 * MEGABYTE);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void stopsTheServiceWhenTheClientLeaves(Version version) throws IOException, InterruptedException {
        var before = tally("broken");
        try (var client = client(version)) {
            var answer = client.send(
                    request("/v1/customers/flood?bytes=" + 200 * MEGABYTE).build(), BodyHandlers.ofInputStream());
            answer.body().readNBytes((int) MEGABYTE);
            answer.body().close();
        }
        await().until(() -> tally("broken") == before + 1);
        await().until(() -> get("/q/metrics").asString().lines().anyMatch(StreamingTest::isCancelled));
    }

    @Test
    void stopsWaitingForTheServiceWhenTheClientLeaves() throws InterruptedException {
        var silent = request("/v1/customers/silent")
                .header("Accept", "text/csv") // is given longer
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.sendAsync(silent, BodyHandlers.discarding());
            await().until(() -> inFlight() > 0);
            answer.cancel(true);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> inFlight() == 0);
    }

    @Test
    void servesHttp10ClientsWithoutHoldingTheAnswerBack() throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            var request = "GET /v1/customers/flood?bytes=%d HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(200 * MEGABYTE, Tokens.good());
            var before = tally("sent");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(head).isEqualTo("HTTP/1.0 200");
            assertThat(settled(() -> tally("sent")) - before).isLessThan(ON_THE_WAY);
            assertThat(socket.getInputStream().transferTo(OutputStream.nullOutputStream()))
                    .isGreaterThan(200 * MEGABYTE);
        }
    }

    private static boolean isCancelled(String line) {
        return line.startsWith("kehu_gateway_upstream_requests_seconds_count")
                && line.contains("outcome=\"cancelled\"")
                && line.contains("customer-service")
                && !line.endsWith(" 0");
    }

    private static double inFlight() {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("kehu_gateway_upstream_in_flight") && line.contains("customer-service"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The figure once it no longer grows. */
    private static long settled(LongSupplier figure) {
        var last = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(500))
                .until(() -> last.getAndSet(figure.getAsLong()) == figure.getAsLong());
        return last.get();
    }

    private static long tally(String figure) {
        return new JsonObject(call("/v1/customers/tally")).getLong(figure);
    }

    private static String call(String path) {
        return given().auth().oauth2(Tokens.good()).get(path).asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + Tokens.good());
    }

    /** The first request moves the connection to the version under test. */
    private HttpClient client(Version version) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(version).build();
        client.send(HttpRequest.newBuilder(gateway.resolve("/q/health/live")).build(), BodyHandlers.discarding());
        return client;
    }

    private static InputStream zeros(long length, AtomicLong given) {
        return new InputStream() {
            @Override
            public int read() {
                return given.getAndIncrement() < length ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int most) {
                var left = length - given.get();
                if (left <= 0) {
                    return -1;
                }
                var count = (int) Math.min(left, most);
                given.addAndGet(count);
                return count;
            }
        };
    }
}
