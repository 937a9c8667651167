package io.kehu.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;

/** An export of all customers and an import of 100,000, with what they cost. */
final class FileExchange {

    private static final int IMPORTED = Integer.getInteger("kehu.speed.rows", 100_000);
    private static final Pattern PROGRESS = Pattern.compile("\"(created|rejected)\":(\\d+)");

    private final int port;
    private final String token;
    private final Figures figures;
    private final Connection database;
    private final HttpClient http = HttpClient.newHttpClient();

    FileExchange(LoadedService service, Connection database) throws Exception {
        this.database = database;
        this.port = service.port();
        this.token = service.everybody();
        this.figures = service.figures();
    }

    void run(int rows) throws IOException, InterruptedException, SQLException {
        cleanUp();
        exports(rows);
        cleanUp();
        imports();
    }

    /** So that what the database has to do about earlier measurements is not measured. */
    private void cleanUp() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private void exports(int rows) throws IOException, InterruptedException {
        var before = figures.cpu();
        var begin = System.nanoTime();
        var bytes = 0L;
        var answer =
                http.send(request("/v1/customers").header("Accept", "text/csv").build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The export answers " + answer.statusCode());
        }
        try (var body = answer.body()) {
            var block = new byte[1 << 16];
            for (var length = body.read(block); length > 0; length = body.read(block)) {
                bytes += length;
            }
        }
        print("export of %d customers, %d MB".formatted(rows, bytes >> 20), rows, begin, before);
    }

    private void imports() throws IOException, InterruptedException {
        var boundary = UUID.randomUUID().toString();
        var part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var body = part.formatted(boundary, "mode", "", "upsert")
                + part.formatted(boundary, "file", "; filename=\"rows.csv\"\r\nContent-Type: text/csv", file())
                + "--" + boundary + "--\r\n";
        var before = figures.cpu();
        var begin = System.nanoTime();
        var accepted = http.send(
                request("/v1/customers/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException(accepted.body());
        }
        var job = accepted.headers().firstValue("Location").orElseThrow();
        var path = URI.create(job).getRawPath();
        String now;
        do {
            Thread.sleep(500);
            now = http.send(request(path).build(), BodyHandlers.ofString()).body();
        } while (!now.contains("\"finishedAt\""));
        print("import of %d customers".formatted(IMPORTED), IMPORTED, begin, before);
        PROGRESS.matcher(now).results().forEach(each -> System.out.println("  " + each.group(1) + " " + each.group(2)));
    }

    private static String file() {
        var text = new StringBuilder("externalId,externalSource,name,industry,employees,annualRevenue,currency,website,"
                + "phone,email,country,province,city,level,tags,remark\n");
        for (var row = 0; row < IMPORTED; row++) {
            text.append("k%1$d,benchmark,远山科技第%1$d有限公司,信息技术,%2$d,%1$d.50,CNY,https://www.example%1$d.com,138%1$08d,"
                            .formatted(row, row % 5000))
                    .append("info%d@example.com,中国,广东,深圳,A,重点;老客户,从旧系统导入的客户\n".formatted(row));
        }
        return text.toString();
    }

    private void print(String name, int rows, long begin, Figures.Cpu before) throws IOException {
        var seconds = (System.nanoTime() - begin) / 1e9;
        var now = figures.cpu();
        System.out.printf(
                "%s: %.1f s, %.0f rows/s; processor time of the service %.1f s, of the database %.1f s%n",
                name,
                seconds,
                rows / seconds,
                (now.service() - before.service()) / 1000,
                (now.database() - before.database()) / 1000);
    }
}
