package io.kehu.gateway.routing;

import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Lets only requests with a valid token pass; the token itself goes on unchanged, and the service checks it again. */
@ApplicationScoped
class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);

    /** In the place of the handler that would answer without a problem. */
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (_, _) -> {};

    private final IdentityProviderManager identities;
    private final Problems problems;

    TokenCheck(IdentityProviderManager identities, Problems problems) {
        this.identities = identities;
        this.problems = problems;
    }

    /** Runs {@code next} on the request's own event loop once its token has been found good. */
    void admit(RoutingContext exchange, Runnable next) {
        var context = exchange.vertx().getOrCreateContext();
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        QuarkusHttpUser.getSecurityIdentity(exchange, identities)
                .emitOn(command -> context.runOnContext(_ -> command.run()))
                .subscribe()
                .with(
                        identity -> {
                            if (identity.isAnonymous()) {
                                problems.answer(exchange, Fault.UNAUTHENTICATED);
                            } else {
                                next.run();
                            }
                        },
                        failure -> refuse(exchange, failure));
    }

    private void refuse(RoutingContext exchange, Throwable failure) {
        if (failure instanceof AuthenticationException) {
            problems.answer(exchange, Fault.UNAUTHENTICATED);
        } else {
            LOG.warnf("Tokens cannot be checked: %s", failure.getMessage());
            problems.answer(exchange, Fault.IDENTITY_UNAVAILABLE);
        }
    }
}
