package io.kehu.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands where the other services would; a test says what they answer. */
final class OtherServices implements AutoCloseable {

    private static final List<String> CONTEXTS =
            List.of("customer", "opportunity", "activity", "service-desk", "contract");

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    OtherServices() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        for (var context : CONTEXTS) {
            System.setProperty(
                    setting(context), "http://127.0.0.1:" + server.getAddress().getPort() + "/" + context);
        }
    }

    private static String setting(String context) {
        return "kehu.services." + context + "-service.url";
    }

    /** @param path with the context in front, for instance {@code /customer/v1/customers/totals} */
    void answer(String path, String body) {
        answers.put(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answers.get(exchange.getRequestURI().getPath());
            var status = !authorized(exchange) ? 401 : answer == null ? 404 : 200;
            exchange.sendResponseHeaders(status, status == 200 ? answer.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(answer);
            }
        }
    }

    /** Reads go by the service's own account, replays by the operator's token. */
    private static boolean authorized(HttpExchange exchange) {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return exchange.getRequestMethod().equals("GET")
                ? ("Bearer " + ServiceAccount.TOKEN).equals(authorization)
                : authorization != null && !authorization.contains(ServiceAccount.TOKEN);
    }

    @Override
    public void close() {
        server.stop(0);
        CONTEXTS.forEach(context -> System.clearProperty(setting(context)));
    }
}
