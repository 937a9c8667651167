package io.kehu.gateway.problem;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The W3C trace of a request, so that a problem, a log line and every service speak of the same one. */
public record Trace(String id, String parent) {

    private static final Pattern PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String KEY = Trace.class.getName();

    /** The trace of this exchange: of the running span, else as the client sent it, else a new one. */
    public static Trace of(RoutingContext exchange) {
        Trace known = exchange.get(KEY);
        if (known != null) {
            return known;
        }
        var trace = find(exchange.request());
        exchange.put(KEY, trace);
        return trace;
    }

    private static Trace find(HttpServerRequest request) {
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            return new Trace(
                    span.getTraceId(),
                    "00-%s-%s-%s"
                            .formatted(
                                    span.getTraceId(),
                                    span.getSpanId(),
                                    span.getTraceFlags().asHex()));
        }
        var sent = request.getHeader("traceparent");
        var match = sent == null ? null : PARENT.matcher(sent);
        if (match != null && match.matches()) {
            return new Trace(match.group(1), sent);
        }
        var id = hex(16);
        return new Trace(id, "00-" + id + "-" + hex(8) + "-00");
    }

    /** Of random bytes that nobody is kept from guessing. */
    public static String hex(int length) {
        var bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
