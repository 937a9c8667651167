package io.kehu.opportunity.lead;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

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
    private volatile String duplicates = "{\"items\":[],\"others\":0}";
    private volatile String asker;
    private volatile CountDownLatch racing = new CountDownLatch(0);

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

    /** What there is like any new customer. */
    void duplicates(String found) {
        duplicates = found;
    }

    /** Who asked for duplicates last. */
    String asker() {
        return asker;
    }

    /** Lets none of the next {@code count} that make a record know of the others. */
    void race(int count) {
        racing = new CountDownLatch(count);
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
        if (exchange.getRequestURI().getPath().endsWith("/duplicates")) {
            asker = exchange.getRequestHeaders().getFirst("Authorization");
            send(exchange, 200, duplicates);
            return;
        }
        var query = exchange.getRequestURI().getQuery();
        var lead = query.replaceAll(".*externalId=([^&]*).*", "$1");
        var key = exchange.getRequestURI().getPath() + " " + lead;
        var taken = exchange.getRequestMethod().equals("PUT") && !put(exchange, key, query);
        if (fate == Fate.UNANSWERED) {
            exchange.close();
            return;
        }
        if (taken) {
            send(exchange, 409, "{\"code\":\"external-id.taken\"}");
            return;
        }
        var found = records.get(key);
        send(exchange, found == null ? 404 : 200, found == null ? "{}" : EventJson.write(found));
    }

    /** False if another has made it since this one looked. */
    private boolean put(HttpExchange exchange, String key, String query) throws IOException {
        var fields = (ObjectNode) EventJson.mapper().readTree(exchange.getRequestBody());
        fields.put("owner", query.replaceAll(".*owner=([^&]*).*", "$1"));
        if (records.containsKey(key)) {
            return true;
        }
        try {
            racing.countDown();
            assertThat(racing.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return records.putIfAbsent(key, fields.put("id", UUID.randomUUID().toString())) == null;
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
