package io.kehu.gateway.routing;

import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.kehu.gateway.problem.Trace;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** What every request meets first, before authentication and routing: a trace, a request id, and the plain limits. */
@ApplicationScoped
class FrontDoor {

    static final String REQUEST_ID = "X-Request-Id";

    /** The page that asks, where it is for the service to judge it. */
    static final String ORIGIN = "Origin";

    private static final int BEFORE_EVERYTHING_ELSE = 10_000;
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private final GatewayConfig config;
    private final Problems problems;
    private final RequestLog log;
    private final PublicOperations open;

    FrontDoor(GatewayConfig config, Problems problems, RequestLog log, PublicOperations open) {
        this.config = config;
        this.problems = problems;
        this.log = log;
        this.open = open;
    }

    void open(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING_ELSE);
    }

    private void admit(RoutingContext exchange) {
        var request = exchange.request();
        var trace = Trace.of(exchange);
        var requestId = requestId(request);
        exchange.put(REQUEST_ID, requestId);
        exchange.addHeadersEndHandler(_ -> {
            exchange.response().putHeader(REQUEST_ID, requestId).putHeader("Trace-Id", trace.id());
            AnswerHeaders.apply(exchange.response().headers(), request.scheme(), request.path());
        });
        log.follow(exchange);

        var uri = request.uri();
        var query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        var limit = Allowance.of(request, config).body();
        if (!PathGuard.accepts(path)) {
            problems.answer(exchange, Fault.PATH_REFUSED);
        } else if (query >= 0 && uri.length() - query - 1 > config.queryLimit()) {
            problems.answer(exchange, Fault.QUERY_TOO_LONG, config.queryLimit());
        } else if (declaredLength(request) > limit) {
            problems.answer(exchange, Fault.TOO_LARGE, Allowance.megabytes(limit));
        } else {
            setOriginAside(exchange);
            exchange.next();
        }
    }

    /** From the gateway's own rule for browsers, which knows one list of origins for everything. */
    private void setOriginAside(RoutingContext exchange) {
        var origin = exchange.request().getHeader(ORIGIN);
        if (origin != null && open.mindsOrigins(exchange.request())) {
            exchange.put(ORIGIN, origin);
            exchange.request().headers().remove(ORIGIN);
        }
    }

    private static String requestId(HttpServerRequest request) {
        var sent = request.getHeader(REQUEST_ID);
        return sent != null && REQUEST_ID_FORM.matcher(sent).matches() ? sent : Trace.hex(16);
    }

    /** A length that is no number is left to the HTTP parser, which refuses it. */
    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader("content-length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
