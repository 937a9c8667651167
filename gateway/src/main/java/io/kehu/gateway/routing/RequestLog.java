package io.kehu.gateway.routing;

import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.Instance;
import io.kehu.gateway.PathWords;
import io.kehu.gateway.problem.Trace;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/**
 * One line per request, from which an operator sees who was served by what and how fast, without a name in it: a user is
 * a short hash that stays the same. In JSON logs each value is a field of its own.
 */
@ApplicationScoped
class RequestLog {

    static final String NAME = "io.kehu.gateway.requests";

    private static final Logger LOG = Logger.getLogger(NAME);
    private static final String INSTANCE = RequestLog.class.getName();
    private static final int CLIENT_LEFT = 499;
    private static final int HASH_BYTES = 6;

    private final boolean on;
    private final boolean withFields;
    private final PathWords words;

    RequestLog(GatewayConfig config, PathWords words) {
        this.on = config.requestLog();
        this.withFields = config.requestFields();
        this.words = words;
    }

    /** Remembers which instance has the request now. */
    static void sentTo(Instance instance, RoutingContext exchange) {
        exchange.put(INSTANCE, instance.name());
    }

    /** Writes the line when the request is over. What operators ask the gateway itself is left out. */
    void follow(RoutingContext exchange) {
        var path = exchange.request().path();
        if (on && path != null && !path.startsWith("/q/")) {
            var began = System.nanoTime();
            exchange.addEndHandler(_ -> write(exchange, System.nanoTime() - began));
        }
    }

    private void write(RoutingContext exchange, long nanos) {
        var request = exchange.request();
        var response = exchange.response();
        var line = new Line(withFields);
        line.add("method", request.method().name());
        line.add("path", words.redact(request.path()));
        line.add("status", Integer.toString(response.ended() ? response.getStatusCode() : CLIENT_LEFT));
        line.add("ms", Long.toString(nanos / 1_000_000));
        line.add("bytes", Long.toString(response.bytesWritten()));
        Caller.of(exchange).ifPresent(known -> {
            line.add("user", known.hash());
            line.add("client", known.client());
        });
        line.add("requestId", exchange.get(FrontDoor.REQUEST_ID));
        line.add("traceId", Trace.of(exchange).id());
        var instance = exchange.<String>get(INSTANCE);
        if (instance != null) {
            line.add("instance", instance);
        }
        LOG.log(line.record());
    }

    /** The text, and its parts where somebody reads them; a request costs little, so its line must cost less. */
    private static final class Line {

        private final StringBuilder text = new StringBuilder(320);
        private final Map<String, String> fields;

        Line(boolean withFields) {
            fields = withFields ? new LinkedHashMap<>() : Map.of();
        }

        void add(String field, String value) {
            text.append(text.isEmpty() ? "" : " ").append(field).append('=').append(value);
            if (fields instanceof LinkedHashMap<String, String> kept) {
                kept.put(field, value);
            }
        }

        ExtLogRecord record() {
            var line = new ExtLogRecord(
                    Level.INFO, text.toString(), ExtLogRecord.FormatStyle.NO_FORMAT, RequestLog.class.getName());
            line.setLoggerName(NAME);
            fields.forEach(line::putMdc);
            return line;
        }
    }

    static String hash(String user) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
