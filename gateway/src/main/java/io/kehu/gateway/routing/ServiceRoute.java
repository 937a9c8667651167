package io.kehu.gateway.routing;

import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.Service;
import io.kehu.gateway.ServiceClient;
import io.kehu.gateway.Services;
import io.kehu.gateway.UnreadBody;
import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.kehu.gateway.problem.Trace;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Streams each request under {@code /v1/} to the service that owns its path, and the answer back. */
@ApplicationScoped
class ServiceRoute {

    private static final Logger LOG = Logger.getLogger(ServiceRoute.class);

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Services services;
    private final ServiceClient client;
    private final TokenCheck tokens;
    private final GatewayConfig config;
    private final Problems problems;

    ServiceRoute(Services services, ServiceClient client, TokenCheck tokens, GatewayConfig config, Problems problems) {
        this.services = services;
        this.client = client;
        this.tokens = tokens;
        this.config = config;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").handler(this::route);
    }

    private void route(RoutingContext exchange) {
        var request = exchange.request();
        if (services.servedHere(request.path())) {
            request.pause();
            tokens.admit(exchange, exchange::next);
            return;
        }
        var service = services.of(request.path());
        if (service.isEmpty()) {
            problems.answer(exchange, Fault.UNKNOWN_ROUTE);
            return;
        }
        request.pause();
        tokens.admit(exchange, () -> forward(exchange, service.get()));
    }

    private void forward(RoutingContext exchange, Service service) {
        var request = exchange.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            exchange.response().writeContinue();
        }
        client.connect(service, request.method(), request.uri())
                .onFailure(failure -> fail(exchange, service, Fault.UNAVAILABLE, failure))
                .onSuccess(outgoing -> stream(exchange, service, outgoing));
    }

    private void stream(RoutingContext exchange, Service service, HttpClientRequest outgoing) {
        var request = exchange.request();
        if (exchange.response().closed()) {
            outgoing.reset();
            return;
        }
        var allowance = Allowance.of(request, config);
        Runnable startClock = () -> outgoing.idleTimeout(allowance.patience().toMillis());
        var incoming = ProxyRequest.reverseProxy(request).setAuthority(request.authority());
        var body = hasBody(request) ? new LimitedBody(request, allowance.body(), startClock) : null;
        if (body == null) {
            incoming.setBody(null);
            startClock.run();
            request.resume();
        } else {
            incoming.setBody(Body.body(body, declaredLength(request)));
        }
        OutgoingHeaders.apply(incoming.headers(), exchange);
        outgoing.exceptionHandler(_ -> {}); // the future below tells the same
        incoming.send(outgoing).compose(ProxyResponse::send).onComplete(outcome -> {
            if (body != null) {
                body.abandon();
            }
            if (outcome.succeeded()) {
                leaveRest(exchange, outgoing);
            } else if (body != null && body.exceeded()) {
                problems.answer(exchange, Fault.TOO_LARGE, Allowance.megabytes(allowance.body()));
            } else {
                var silent = outcome.cause() instanceof TimeoutException;
                fail(exchange, service, silent ? Fault.TIMEOUT : Fault.UNAVAILABLE, outcome.cause());
            }
        });
    }

    /** A service may answer before it has the whole body; nobody wants the rest then. */
    private static void leaveRest(RoutingContext exchange, HttpClientRequest outgoing) {
        if (!exchange.request().isEnded()) {
            outgoing.reset();
            UnreadBody.discard(exchange);
        }
    }

    /**
     * Over HTTP/2 a body of unknown length shows in no header. The proxy passes it only when the request is marked as
     * chunked; unmarked, it would be dropped without a word.
     */
    private static boolean hasBody(HttpServerRequest request) {
        var headers = request.headers();
        if (request.version() == HttpVersion.HTTP_2
                && !headers.contains(HttpHeaders.CONTENT_LENGTH)
                && !BODILESS.contains(request.method())
                && !request.isEnded()) {
            headers.set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        return declaredLength(request) > 0 || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private void fail(RoutingContext exchange, Service service, Fault fault, Throwable failure) {
        if (exchange.response().closed()) {
            return;
        }
        LOG.warnf(
                "%s: %s, traceId %s",
                service.name(), failure.getMessage(), Trace.of(exchange).id());
        if (exchange.response().headWritten()) {
            exchange.response().reset();
        } else {
            problems.answer(exchange, fault, service.name());
        }
    }
}
