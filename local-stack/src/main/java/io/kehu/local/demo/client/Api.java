package io.kehu.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A JSON API as one user calls it. */
public final class Api {

    private final Http http;
    private final String root;
    private final Login login;

    public Api(Http http, String root, Login login) {
        this.http = http;
        this.root = root;
        this.login = login;
    }

    public Answer get(String path) {
        return http.send(() -> to(path).GET());
    }

    public Answer put(String path, JsonNode body) {
        return http.send(
                () -> to(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    /** @param key tells the receiver that a second request is the first one again, so that nothing is made twice */
    public Answer post(String path, JsonNode body, String key) {
        return http.send(() -> to(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(json(body)));
    }

    Answer upload(String path, Multipart form, String key) {
        return http.send(() -> to(path).header("Content-Type", form.contentType())
                .header("Idempotency-Key", key)
                .POST(form.body()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + login.token());
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    public static String query(Map<String, String> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append("=")
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
