package io.kehu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class BodyTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource
    URI gateway;

    @ParameterizedTest
    @EnumSource(Version.class)
    void passesALargeBodyOfUnknownLengthUnchanged(Version version) throws IOException, InterruptedException {
        var body = random(3 * MEGABYTE);
        try (var client = client(version)) {
            arrivesUnchanged(send(client, "/v1/customers/echo", chunked(body)), body, version);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void passesALargeBodyOfKnownLengthUnchanged(Version version) throws IOException, InterruptedException {
        var body = random(3 * MEGABYTE);
        try (var client = client(version)) {
            arrivesUnchanged(send(client, "/v1/customers/echo", BodyPublishers.ofByteArray(body)), body, version);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void passesAnImportFileLargerThanOtherBodies(Version version) throws IOException, InterruptedException {
        var body = random(12 * MEGABYTE);
        try (var client = client(version)) {
            arrivesUnchanged(send(client, "/v1/customers/imports", chunked(body)), body, version);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void refusesABodyThatDeclaresToBeTooLarge(Version version) throws IOException, InterruptedException {
        try (var client = client(version)) {
            isRefused(send(client, "/v1/customers/echo", BodyPublishers.ofByteArray(random(6 * MEGABYTE))));
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void refusesABodyThatTurnsOutTooLarge(Version version) throws IOException, InterruptedException {
        try (var client = client(version)) {
            isRefused(send(client, "/v1/customers/echo", chunked(random(6 * MEGABYTE))));
            arrivesUnchanged(send(client, "/v1/customers/echo", chunked(new byte[1])), new byte[1], version);
        }
    }

    @Test
    void refusesAnImportFileThatIsTooLarge() throws IOException, InterruptedException {
        try (var client = client(Version.HTTP_1_1)) {
            isRefused(send(client, "/v1/customers/imports", chunked(new byte[101 * MEGABYTE])));
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void passesAnAnswerThatDidNotWaitForTheBody(Version version) throws IOException, InterruptedException {
        try (var client = client(version)) {
            var response = send(client, "/v1/customers/hasty", chunked(random(4 * MEGABYTE)));
            assertThat(response.statusCode()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void addsNoBodyWhereThereIsNone(Version version) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve("/v1/customers/echo"))
                .header("Authorization", "Bearer " + Tokens.good())
                .build();
        try (var client = client(version)) {
            var response = client.send(request, BodyHandlers.ofString());

            arrivesUnchanged(response, new byte[0], version);
            assertThat(response.body()).doesNotContain("transfer-encoding", "content-length");
        }
    }

    @Test
    void answersAClientThatWaitsBeforeItSends() throws IOException, InterruptedException {
        var body = random(MEGABYTE);
        var request = HttpRequest.newBuilder(gateway.resolve("/v1/customers/echo"))
                .header("Authorization", "Bearer " + Tokens.good())
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var client = client(Version.HTTP_1_1)) {
            arrivesUnchanged(client.send(request, BodyHandlers.ofString()), body, Version.HTTP_1_1);
        }
    }

    /** The first request moves the connection to the version under test. */
    private HttpClient client(Version version) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(version).build();
        client.send(HttpRequest.newBuilder(gateway.resolve("/q/health/live")).build(), BodyHandlers.discarding());
        return client;
    }

    private HttpResponse<String> send(HttpClient client, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + Tokens.good())
                .header("Content-Type", "text/csv")
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static void arrivesUnchanged(HttpResponse<String> response, byte[] body, Version version) {
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.statusCode()).isEqualTo(200);
        var echo = new JsonObject(response.body());
        assertThat(echo.getInteger("length")).isEqualTo(body.length);
        assertThat(echo.getString("sha256")).isEqualTo(Upstream.sha256(body));
    }

    private static void isRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("request.too-large");
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
