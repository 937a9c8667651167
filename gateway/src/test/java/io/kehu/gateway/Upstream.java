package io.kehu.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A service as the gateway sees one: it tells back what reached it. */
record Upstream(String name, int healthStatus, JsonObject health, Trials trials) {

    static Upstream well(String name) {
        return new Upstream(name, 200, health("UP", new JsonObject()), new Trials());
    }

    static Upstream degraded(String name) {
        return new Upstream(
                name,
                200,
                health("UP", new JsonObject().put("degraded", true).put("reasons", "120 events wait for Kafka")),
                new Trials());
    }

    static Upstream sick(String name) {
        return new Upstream(name, 503, health("DOWN", new JsonObject()), new Trials());
    }

    private static JsonObject health(String status, JsonObject data) {
        var check =
                new JsonObject().put("name", "database").put("status", status).put("data", data);
        return new JsonObject().put("status", status).put("checks", new JsonArray().add(check));
    }

    void answer(HttpServerRequest request) {
        var path = request.path();
        if (trials.take(request)) {
            return;
        }
        if (path.equals("/q/health")) {
            request.response().setStatusCode(healthStatus).end(health.encode());
        } else if (path.equals("/q/openapi")) {
            openApi(request);
        } else if (path.endsWith("/emptied")) {
            request.response().setStatusCode(204).end();
        } else if (path.endsWith("/unchanged")) {
            request.response().setStatusCode(304).putHeader("etag", "\"7\"").end();
        } else if (path.endsWith("/hasty")) {
            request.pause();
            request.response().setStatusCode(409).end();
        } else if (path.endsWith("/breaking")) {
            request.response().putHeader("content-length", "1000").write("only this");
            request.connection().close();
        } else if (!path.endsWith("/silent")) {
            request.body().onSuccess(body -> echo(request, body));
        }
    }

    private void openApi(HttpServerRequest request) {
        try (var file = Upstream.class.getResourceAsStream("/openapi/" + name + ".json")) {
            if (file == null) {
                request.response().setStatusCode(500).end();
            } else {
                request.response().end(Buffer.buffer(file.readAllBytes()));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void echo(HttpServerRequest request, Buffer body) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        request.response()
                .setStatusCode(request.path().endsWith("/missing") ? 404 : 200)
                .putHeader("content-type", "application/json")
                .putHeader("etag", "\"7\"")
                .end(new JsonObject()
                        .put("service", name)
                        .put("port", request.localAddress().port())
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("length", body.length())
                        .put("sha256", sha256(body.getBytes()))
                        .encode());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
