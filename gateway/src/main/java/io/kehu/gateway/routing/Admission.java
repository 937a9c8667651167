package io.kehu.gateway.routing;

import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Finds out who asks and whether not too often. A bad token ends here; a good one goes on unchanged, and the service
 * checks it again. What is under {@code /q/} is for operators and is neither asked for a token nor limited.
 */
@ApplicationScoped
class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final int AFTER_AUTHENTICATION_IS_SET_UP = 50;

    /** A key that Keycloak withdraws is honoured no longer than this. */
    private static final Duration BELIEVED = Duration.ofMinutes(5);

    /** In the place of the handler that would answer without a problem. */
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (_, _) -> {};

    private final IdentityProviderManager identities;
    private final RateLimits limits;
    private final Problems problems;
    private final KnownTokens known = new KnownTokens(BELIEVED, Clock.systemUTC());

    Admission(IdentityProviderManager identities, RateLimits limits, Problems problems) {
        this.identities = identities;
        this.limits = limits;
        this.problems = problems;
    }

    void open(@Observes Filters filters) {
        filters.register(this::admit, AFTER_AUTHENTICATION_IS_SET_UP);
    }

    private void admit(RoutingContext exchange) {
        if (exchange.request().path().startsWith("/q/")) {
            exchange.next();
            return;
        }
        known.callerBy(exchange.request().getHeader(HttpHeaders.AUTHORIZATION))
                .ifPresentOrElse(caller -> admit(exchange, caller), () -> check(exchange));
    }

    private void check(RoutingContext exchange) {
        exchange.request().pause();
        var context = exchange.vertx().getOrCreateContext();
        var otherwise = exchange.<Object>get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        QuarkusHttpUser.getSecurityIdentity(exchange, identities)
                .emitOn(command -> context.runOnContext(_ -> command.run()))
                .subscribe()
                .with(
                        identity -> {
                            exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, otherwise);
                            admit(exchange, identity);
                        },
                        failure -> refuse(exchange, failure));
    }

    private void admit(RoutingContext exchange, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            if (withinLimit(exchange, limits.take(address(exchange)))) {
                goOn(exchange);
            }
            return;
        }
        var caller = Caller.of(identity);
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            known.remember(
                    exchange.request().getHeader(HttpHeaders.AUTHORIZATION),
                    caller,
                    Instant.ofEpochSecond(token.getExpirationTime()));
        }
        admit(exchange, caller);
    }

    private void admit(RoutingContext exchange, Caller caller) {
        caller.remember(exchange);
        if (withinLimit(exchange, limits.take(caller))) {
            goOn(exchange);
        }
    }

    private void refuse(RoutingContext exchange, Throwable failure) {
        if (failure instanceof AuthenticationException) {
            if (withinLimit(exchange, limits.take(address(exchange)))) {
                problems.answer(exchange, Fault.UNAUTHENTICATED);
            }
        } else {
            LOG.warnf("Tokens cannot be checked: %s", failure.getMessage());
            problems.answer(exchange, Fault.IDENTITY_UNAVAILABLE);
        }
    }

    private boolean withinLimit(RoutingContext exchange, Allotment allotment) {
        allotment.tell(exchange.response().headers());
        if (!allotment.granted()) {
            exchange.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(allotment.retryAfter()));
            problems.answer(exchange, Fault.TOO_MANY, allotment.retryAfter());
        }
        return allotment.granted();
    }

    private static void goOn(RoutingContext exchange) {
        if (!exchange.request().isEnded()) {
            exchange.request().resume();
        }
        exchange.next();
    }

    private static String address(RoutingContext exchange) {
        return exchange.request().remoteAddress().hostAddress();
    }
}
