package io.kehu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends the packaged gateway the signal by which systems end a process. */
class DrainingIT {

    private final Upstreams upstreams = new Upstreams();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private URI gateway;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        var port = freePort();
        gateway = URI.create("http://127.0.0.1:" + port);
        var config = upstreams.start();
        System.setProperty("smallrye.jwt.sign.key", config.remove("smallrye.jwt.sign.key"));
        config.put("quarkus.http.port", String.valueOf(port));
        config.put("quarkus.profile", "packaged");
        config.put("quarkus.shutdown.delay", "2S");
        config.put("kehu.gateway.response-timeout", "10S");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        config.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "draining.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> status("/q/health/ready") == 200);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        upstreams.stop();
        client.close();
    }

    @Test
    void endsWhatIsUnderWayBeforeItGoesDown() throws Exception {
        var flood = client.send(request("/v1/customers/flood?bytes=60000000"), BodyHandlers.ofInputStream());
        flood.body().readNBytes(1_000);

        process.destroy();

        await().until(() -> status("/q/health/ready") == 503);
        assertThat(status("/v1/customers/echo")).isEqualTo(200);
        assertThat(process.waitFor(4, TimeUnit.SECONDS)).isFalse(); // the delay is over, the flood is not
        assertThat(1_000 + flood.body().readAllBytes().length).isGreaterThanOrEqualTo(60_000_000);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotWaitForClientsThatHaveLeft() throws Exception {
        for (var time = 0; time < 8; time++) { // more than it takes to leave a failing instance alone
            client.send(request("/v1/customers/flood?bytes=200000000"), BodyHandlers.ofInputStream())
                    .body()
                    .close();
        }
        assertThat(status("/v1/customers/echo")).isEqualTo(200);

        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(request(path), BodyHandlers.discarding());
        return answer.statusCode();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + Tokens.good())
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
