package io.kehu.opportunity.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.events.EventJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * What customer-service does with external ids, over HTTP, for breaking the line at any step; the whole of it with the real
 * one is tried in {@code system-tests}.
 */
final class CustomerServiceStand implements AutoCloseable {

    /** What happens to one request. */
    enum Fate {
        DONE,
        /** The line breaks before anything is done. */
        LOST,
        /** It is done, but the answer never arrives. */
        UNANSWERED,
        AWAY,
        /** Because of a source that it does not know. */
        REFUSED
    }

    private final HttpServer server;
    private final Map<String, ObjectNode> records = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Fate> fates = new ConcurrentLinkedQueue<>();

    CustomerServiceStand() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What happens to the next requests, one after the other; then all goes well. */
    void next(Fate... coming) {
        fates.addAll(java.util.List.of(coming));
    }

    ObjectNode record(String resource, UUID leadId) {
        return records.get("/v1/" + resource + "/by-external " + leadId);
    }

    long made(UUID leadId) {
        return records.keySet().stream()
                .filter(key -> key.endsWith(leadId.toString()))
                .count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var fate = fates.poll();
        if (fate == Fate.LOST) {
            exchange.close();
            return;
        }
        if (fate == Fate.AWAY || fate == Fate.REFUSED) {
            send(
                    exchange,
                    fate == Fate.AWAY ? 503 : 422,
                    "{\"code\":\"validation.failed\",\"errors\":[{\"field\":\"source\",\"code\":\"dictionary.unknown\"}]}");
            return;
        }
        var query = exchange.getRequestURI().getQuery();
        var lead = query.replaceAll(".*externalId=([^&]*).*", "$1");
        var key = exchange.getRequestURI().getPath() + " " + lead;
        if (exchange.getRequestMethod().equals("PUT")) {
            var fields = (ObjectNode) EventJson.mapper().readTree(exchange.getRequestBody());
            fields.put("owner", query.replaceAll(".*owner=([^&]*).*", "$1"));
            records.computeIfAbsent(key, _ -> fields.put("id", UUID.randomUUID().toString()));
        }
        if (fate == Fate.UNANSWERED) {
            exchange.close();
            return;
        }
        var found = records.get(key);
        send(exchange, found == null ? 404 : 200, found == null ? "{}" : EventJson.write(found));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
