package io.kehu.local.demo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {

    @TempDir
    Path folder;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int troubles;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(troubles-- > 0 ? 503 : 200, -1);
        exchange.close();
    }

    @Test
    void waitsForAServiceThatComesBack() {
        troubles = 1;
        try (var http = new Http(Duration.ofSeconds(30), notices::add)) {
            assertThat(http.send(this::request).status()).isEqualTo(200);
        }
        assertThat(notices).singleElement().asString().contains("answers 503");
    }

    @Test
    void givesUpOnAServiceThatStaysAway() {
        server.stop(0);
        try (var http = new Http(Duration.ofMillis(1), notices::add)) {
            assertThatThrownBy(() -> http.send(this::request))
                    .isInstanceOf(DemoFailure.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void sendsAFileAgainInWhole() throws IOException {
        var file = Files.writeString(folder.resolve("客户.csv"), "name\r\n华为\r\n");
        var form = new Multipart(Map.of("mode", "upsert"), file);
        troubles = 1;
        try (var http = new Http(Duration.ofSeconds(30), notices::add)) {
            http.send(() -> request().header("Content-Type", form.contentType()).POST(form.body()));
        }
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst())
                .isEqualTo(bodies.getLast())
                .contains("name=\"mode\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nupsert\r\n")
                .contains("filename=\"客户.csv\"")
                .contains("\r\n\r\nname\r\n华为\r\n\r\n--");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
