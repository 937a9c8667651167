package io.kehu.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * A way into the suite: the gateway, or a service's own port, where everything must be as closed.
 *
 * @param version that every request takes its record to have, or null
 */
record Door(String name, String url, String version) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOUNDARY = "kehu-test";

    Door(String name, String url) {
        this(name, url, null);
    }

    /** The same, for changes of records that have this version. */
    Door expecting(String version) {
        return new Door(name, url, version);
    }

    /** The doors by which an operation can be asked for. */
    static List<Door> to(ApiOperation operation, Suite suite) {
        var gateway = new Door("gateway", suite.url("GATEWAY"));
        if (operation.service().equals("gateway")) {
            return List.of(gateway);
        }
        var part = operation.service().toUpperCase(Locale.ROOT).replace('-', '_');
        var service = new Door(operation.service(), suite.url(part));
        return operation.isForOperators() ? List.of(service) : List.of(gateway, service);
    }

    /** Asks for the operation on record {@code id} with its smallest body. */
    HttpResponse<String> ask(ApiOperation operation, String id, String token) {
        var mediaType = operation.mediaType();
        if (mediaType == null) {
            return send(operation, operation.path(id), token, null, null);
        }
        if (mediaType.equals("multipart/form-data")) {
            return upload(operation.path(id), token, "name\nsample\n");
        }
        return send(operation, operation.path(id), token, mediaType, SampleBody.of(operation));
    }

    HttpResponse<String> get(String path, String token) {
        return send("GET", path, null, token, null, null);
    }

    /** A post that says nothing. */
    HttpResponse<String> post(String path, String token) {
        return send("POST", path, null, token, "application/json", "");
    }

    HttpResponse<String> send(ApiOperation operation, String path, String token, String mediaType, String body) {
        return send(operation.method(), path, operation.accept(), token, mediaType, body);
    }

    HttpResponse<String> upload(String path, String token, String csv) {
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="mode"\r
                \r
                create\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="sample.csv"\r
                Content-Type: text/csv\r
                \r
                %2$s\r
                --%1$s--\r
                """.formatted(BOUNDARY, csv);
        return send("POST", path, null, token, "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    private HttpResponse<String> send(
            String method, String path, String accept, String token, String mediaType, String body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        if (version != null) {
            request.header("If-Match", version);
        }
        if (accept != null) {
            request.header("Accept", accept);
        }
        try {
            return HTTP.send(request.build(), Door::readable);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body as text; of a workbook the text of all its parts. */
    private static BodySubscriber<String> readable(ResponseInfo answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return type.contains("spreadsheet")
                ? BodySubscribers.mapping(BodySubscribers.ofByteArray(), Door::textOfWorkbook)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    /** Read by its directory: the sizes that stand before each part of a streamed workbook are not known yet. */
    private static String textOfWorkbook(byte[] workbook) {
        try {
            var file = Files.createTempFile("workbook", ".xlsx");
            try {
                Files.write(file, workbook);
                try (var parts = new ZipFile(file.toFile())) {
                    var text = new StringBuilder();
                    for (var part : Collections.list(parts.entries())) {
                        text.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                    }
                    return text.toString();
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
