package io.kehu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page to try the API in a real browser that reaches nothing but the gateway. */
@QuarkusTest
class BrowserTest {

    @TestHTTPResource
    URI gateway;

    @TempDir
    Path folder;

    @Test
    void showsThePageWithoutTheInternet() throws IOException, InterruptedException {
        var browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium here: the page is not tried in a browser");
        var page = folder.resolve("page.html");
        var log = folder.resolve("browser.log");

        var process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + gateway.getHost(),
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        gateway.resolve("/q/swagger-ui/#/Customers").toString())
                .redirectOutput(page.toFile())
                .redirectError(log.toFile())
                .start();
        var ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();

        assertThat(ended).isTrue();
        assertThat(Files.readString(page))
                .contains("class=\"title\">Kehu", "data-tag=\"Opportunities\"", "data-path=\"/v1/customers\"");
        assertThat(Files.readString(log)).doesNotContain("Content Security Policy", "ERR_NAME_NOT_RESOLVED");
    }
}
