package io.kehu.platform.web;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id by which a caller and an operator talk of the same request: the trace's, the caller's, or a new one. */
public final class TraceIds {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String KEY = "kehu.trace-id";

    private TraceIds() {}

    /** 32 hexadecimal digits. */
    public static String current() {
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        var request = request();
        if (request == null) {
            return UUID.randomUUID().toString().replace("-", "");
        }
        String known = request.get(KEY);
        if (known == null) {
            known = fromCaller(request);
            request.put(KEY, known);
        }
        return known;
    }

    private static String fromCaller(RoutingContext request) {
        var header = request.request().getHeader("traceparent");
        var traceparent = TRACEPARENT.matcher(header == null ? "" : header);
        return traceparent.matches()
                ? traceparent.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }

    /** The current HTTP request, or null in background work. */
    static RoutingContext request() {
        var container = Arc.container();
        return container == null || !container.requestContext().isActive()
                ? null
                : container.instance(CurrentVertxRequest.class).get().getCurrent();
    }
}
