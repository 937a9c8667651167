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
import java.util.stream.Collectors;
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
    private final PathWords words;

    RequestLog(GatewayConfig config, PathWords words) {
        this.on = config.requestLog();
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
        var caller = Caller.of(exchange);
        var fields = new LinkedHashMap<String, String>();
        fields.put("method", request.method().name());
        fields.put("path", words.redact(request.path()));
        fields.put("status", String.valueOf(response.ended() ? response.getStatusCode() : CLIENT_LEFT));
        fields.put("ms", String.valueOf(nanos / 1_000_000));
        fields.put("bytes", String.valueOf(response.bytesWritten()));
        caller.ifPresent(known -> {
            fields.put("user", hash(known.user()));
            fields.put("client", known.client());
        });
        fields.put("requestId", exchange.get(FrontDoor.REQUEST_ID));
        fields.put("traceId", Trace.of(exchange).id());
        var instance = exchange.<String>get(INSTANCE);
        if (instance != null) {
            fields.put("instance", instance);
        }
        LOG.log(line(fields));
    }

    private static ExtLogRecord line(Map<String, String> fields) {
        var text = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
        var line = new ExtLogRecord(Level.INFO, text, ExtLogRecord.FormatStyle.NO_FORMAT, RequestLog.class.getName());
        line.setLoggerName(NAME);
        fields.forEach(line::putMdc);
        return line;
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
