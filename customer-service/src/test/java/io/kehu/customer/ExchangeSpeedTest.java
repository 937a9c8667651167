package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kehu.platform.table.TableType;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures imports and exports by hand: {@code -Dkehu.speed.rows=100000 -DargLine=-Xmx512m}. */
@QuarkusTest
@EnabledIfSystemProperty(named = "kehu.speed.rows", matches = "\\d+")
class ExchangeSpeedTest {

    private static final Logger LOG = Logger.getLogger(ExchangeSpeedTest.class);

    private final int rows = Integer.getInteger("kehu.speed.rows");

    private static String token() {
        return Tokens.all("anna", "customer:import", "customer:export", "pii:read");
    }

    private static RequestSpecification anna() {
        return given().auth().oauth2(token());
    }

    private byte[] file(String source) {
        var text = new StringBuilder("externalId,externalSource,name,industry,employees,annualRevenue,currency,website,"
                + "phone,email,country,province,city,level,tags,remark\n");
        for (var row = 0; row < rows; row++) {
            text.append("k%1$d,%2$s,远山科技第%1$d有限公司,信息技术,%3$d,%1$d.50,CNY,https://www.example%1$d.com,138%4$08d,"
                            .formatted(row, source, row % 5000, row))
                    .append("info%d@example.com,中国,广东,深圳,A,重点;老客户,从旧系统导入的客户\n".formatted(row));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void importsAndExports() throws IOException, InterruptedException {
        String location = anna().multiPart("file", "rows.csv", file("speed-" + UUID.randomUUID()), "text/csv")
                .multiPart("mode", "upsert")
                .post("/v1/customers/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var job = await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> anna().get(location).jsonPath(), now -> now.getString("finishedAt") != null);
        assertThat(job.getInt("created")).isEqualTo(rows);
        LOG.warnf(
                "IMPORT %d rows: %d rows/s, from %s to %s",
                rows, job.getLong("rowsPerSecond"), job.getString("startedAt"), job.getString("finishedAt"));
        for (var accept :
                new String[] {TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE, TableType.CSV_MEDIA_TYPE}) {
            export(accept);
        }
    }

    private void export(String accept) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var url = "http://127.0.0.1:" + RestAssured.port;
        var request = HttpRequest.newBuilder(URI.create(url + "/v1/customers"))
                .header("Authorization", "Bearer " + token())
                .header("Accept", accept)
                .build();
        try (var http = HttpClient.newHttpClient();
                InputStream body =
                        http.send(request, BodyHandlers.ofInputStream()).body()) {
            var bytes = 0L;
            var most = 0L;
            var block = new byte[1 << 16];
            for (var length = body.read(block); length > 0; length = body.read(block)) {
                bytes += length;
                most = Math.max(
                        most,
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory());
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            LOG.warnf(
                    "EXPORT %s: %d MB in %.1f s, %.0f rows/s, heap at most %d MB",
                    accept, bytes >> 20, seconds, rows / seconds, most >> 20);
        }
    }
}
