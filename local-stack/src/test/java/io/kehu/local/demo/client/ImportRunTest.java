package io.kehu.local.demo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {

    private static final String JOB = """
            {"status":"%s","rowsTotal":2,"rowsRead":%d,"created":1,"updated":0,"unchanged":0,"rejected":1,"failure":"stuck"}""";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private Http http;
    private String end = "COMPLETED";
    private int asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/realms", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        server.createContext("/v1/customers/imports", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "http://elsewhere:1/v1/customers/imports/7");
            answer(exchange, 202, "{}");
        });
        server.createContext(
                "/v1/customers/imports/7",
                exchange -> answer(exchange, 200, asked++ == 0 ? JOB.formatted("RUNNING", 1) : JOB.formatted(end, 2)));
        server.createContext(
                "/v1/customers/imports/7/errors",
                exchange ->
                        answer(exchange, 200, "\ufeffname,Import row,Import errors\r\n,3,Name: must not be blank\r\n"));
        server.start();
        http = new Http(Duration.ZERO, _ -> {});
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void followsTheJobAndSavesWhatIsRejected() throws IOException {
        upsert();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "running",
                        "1 of 2 rows",
                        "completed",
                        "row 3: Name: must not be blank",
                        "rejected-customers.csv");
        assertThat(folder.resolve("rejected-customers.csv")).content().contains(",3,Name");
    }

    @Test
    void tellsWhyAJobFailed() {
        end = "FAILED";
        assertThatThrownBy(this::upsert).isInstanceOf(DemoFailure.class).hasMessageContaining("stuck");
    }

    private void upsert() throws IOException {
        var root = "http://127.0.0.1:" + server.getAddress().getPort();
        var admin = new PublicApi(http, new Addresses(root, root)).as("admin");
        var file = Files.writeString(folder.resolve("customers.csv"), "name\r\nAcme\r\n\"\"\r\n");
        new ImportRun(admin, new PrintStream(printed, true, StandardCharsets.UTF_8), folder)
                .upsert("customers", file, new ObjectMapper().createObjectNode());
    }
}
