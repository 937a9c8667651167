package io.kehu.gateway.routing;

import io.kehu.gateway.Call;
import io.kehu.gateway.Call.Outcome;
import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.Instance;
import io.kehu.gateway.Service;
import io.kehu.gateway.ServiceClient;
import io.kehu.gateway.UnreadBody;
import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.kehu.gateway.problem.Trace;
import io.kehu.gateway.routing.PassedAnswer.ClientLeft;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The way of one request to a service and back. An instance that takes no connection has seen nothing, so another one
 * is asked; one that fails later is followed by another only where repeating changes nothing and none of the answer
 * has been passed on.
 */
final class Passage {

    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final RoutingContext exchange;
    private final Service service;
    private final ServiceClient client;
    private final GatewayConfig config;
    private final Problems problems;
    private final Allowance allowance;
    private final boolean withBody;
    private final Set<Instance> tried = new HashSet<>();
    private HttpClientRequest outgoing;
    private LimitedBody body;
    private long watch;
    private int attempts;
    private boolean overdue;

    /** @param exchange its request is paused */
    Passage(RoutingContext exchange, Service service, ServiceClient client, GatewayConfig config, Problems problems) {
        this.exchange = exchange;
        this.service = service;
        this.client = client;
        this.config = config;
        this.problems = problems;
        allowance = Allowance.of(exchange.request(), config);
        withBody = IncomingBody.isThere(exchange.request());
    }

    void begin() {
        var vertx = exchange.vertx();
        var timer = vertx.setTimer(config.wholeTimeout().toMillis(), _ -> {
            overdue = true;
            breakOff();
        });
        exchange.addEndHandler(_ -> {
            vertx.cancelTimer(timer);
            if (!exchange.response().ended()) {
                breakOff();
            }
        });
        service.begin(tried).ifPresentOrElse(this::attempt, () -> answer(Fault.UNAVAILABLE));
    }

    private void attempt(Call call) {
        attempts++;
        tried.add(call.instance());
        RequestLog.sentTo(call.instance(), exchange);
        var request = exchange.request();
        client.connect(call.instance(), request.method(), request.uri()).onComplete(connection -> {
            if (connection.failed()) {
                call.end(Outcome.FAILED);
                another(false).ifPresentOrElse(this::attempt, () -> fail(call, Fault.UNAVAILABLE, connection.cause()));
                return;
            }
            try {
                send(call, connection.result());
            } catch (RuntimeException broken) { // or the client would wait for nothing
                breakOff();
                call.end(Outcome.FAILED);
                fail(call, Fault.UNAVAILABLE, broken);
            }
        });
    }

    private void send(Call call, HttpClientRequest connection) {
        outgoing = connection;
        if (isGone()) {
            breakOff();
            call.end(Outcome.CANCELLED);
            return;
        }
        var request = exchange.request();
        var patience = service.responseTimeout().orElse(allowance.patience()).toMillis();
        var incoming = ProxyRequest.reverseProxy(request);
        if (request.authority() != null) { // HTTP/1.0 need not name a host
            incoming.setAuthority(request.authority());
        }
        if (withBody) {
            body = new LimitedBody(request, allowance.body(), () -> connection.idleTimeout(patience));
            incoming.setBody(Body.body(body, IncomingBody.declaredLength(request)));
        } else {
            incoming.setBody(null);
            connection.idleTimeout(patience);
            request.resume();
        }
        OutgoingHeaders.apply(incoming.headers(), exchange);
        connection.exceptionHandler(_ -> {}); // the future below tells the same
        incoming.send(connection).onComplete(answer -> {
            if (answer.failed()) {
                failed(call, answer.cause());
            } else if (isLeaving(answer.result())) {
                answer.result().release();
                failed(call, new IllegalStateException("takes no more requests"));
            } else {
                passOn(call, answer.result());
            }
        });
    }

    /** A bare 503 comes from an instance that is going down; the services' own are problems. */
    private static boolean isLeaving(ProxyResponse answer) {
        var type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return answer.getStatusCode() == 503 && (type == null || !type.contains("problem+json"));
    }

    private void passOn(Call call, ProxyResponse answer) {
        call.answered();
        watch(0);
        PassedAnswer.send(answer, exchange.request()).onComplete(sent -> {
            exchange.vertx().cancelTimer(watch);
            if (sent.failed()) {
                failed(call, sent.cause());
            } else {
                call.end(Outcome.of(answer.getStatusCode()));
                leaveRest();
            }
        });
    }

    /**
     * Breaks off an answer of which nothing has been passed on for a while. The client library's own timeout would outlive
     * the answer, and keep all of the exchange in memory until then.
     */
    private void watch(long before) {
        watch = exchange.vertx().setTimer(config.transferTimeout().toMillis(), _ -> {
            var written = exchange.response().bytesWritten();
            if (written == before) {
                overdue = true;
                breakOff();
            } else {
                watch(written);
            }
        });
    }

    /** A service may answer before it has the whole body; nobody wants the rest then. */
    private void leaveRest() {
        abandonBody();
        if (!exchange.request().isEnded()) {
            breakOff();
            UnreadBody.discard(exchange);
        }
    }

    private void failed(Call call, Throwable failure) {
        abandonBody();
        if (body != null && body.exceeded()) {
            call.end(Outcome.CANCELLED);
            problems.answer(exchange, Fault.TOO_LARGE, Allowance.megabytes(allowance.body()));
        } else if (overdue || failure instanceof TimeoutException) {
            call.end(Outcome.TIMED_OUT);
            fail(call, Fault.TIMEOUT, failure);
        } else if (clientLeft(failure)) {
            breakOff();
            call.end(Outcome.CANCELLED);
        } else {
            call.end(Outcome.FAILED);
            var repeatable = SAFE.contains(exchange.request().method())
                    && !withBody
                    && !exchange.response().headWritten();
            var next = repeatable ? another(true) : Optional.<Call>empty();
            next.ifPresentOrElse(this::attempt, () -> fail(call, Fault.UNAVAILABLE, failure));
        }
    }

    /** Services speak HTTP/1.1, so that a stream is only reset from here. */
    private boolean clientLeft(Throwable failure) {
        return isGone() || failure instanceof ClientLeft || failure instanceof StreamResetException;
    }

    private Optional<Call> another(boolean orTheSame) {
        if (isGone() || attempts > config.retries()) {
            return Optional.empty();
        }
        var other = service.begin(tried);
        return other.isEmpty() && orTheSame ? service.begin(Set.of()) : other;
    }

    private void fail(Call call, Fault fault, Throwable failure) {
        LOG.warnf(
                "%s at %s: %s, traceId %s",
                service.name(),
                call.instance().name(),
                failure.getMessage(),
                Trace.of(exchange).id());
        if (exchange.response().headWritten()) {
            PassedAnswer.breakOff(exchange.request());
        } else {
            answer(fault);
        }
    }

    private void answer(Fault fault) {
        var pause = service.pause().plusMillis(999).toSeconds();
        if (pause > 0) {
            exchange.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause));
        }
        problems.answer(exchange, fault, service.name());
    }

    private void abandonBody() {
        if (body != null) {
            body.abandon();
        }
    }

    private void breakOff() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    private boolean isGone() {
        return exchange.response().closed();
    }
}
