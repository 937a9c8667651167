package io.kehu.gateway.routing;

import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Tells as a problem, too, what no other route answered or what failed in one. */
@ApplicationScoped
class FallbackRoute {

    private static final Logger LOG = Logger.getLogger(FallbackRoute.class);
    private static final int FIRST = Integer.MIN_VALUE;
    private static final int LAST = Integer.MAX_VALUE;

    private final Problems problems;

    FallbackRoute(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(exchange -> {
            switch (exchange.statusCode()) {
                case 400 -> problems.answer(exchange, Fault.MALFORMED);
                case 401 -> problems.answer(exchange, Fault.UNAUTHENTICATED);
                case 404 -> problems.answer(exchange, Fault.UNKNOWN_ROUTE);
                default -> {
                    LOG.error("Unforeseen failure", exchange.failure());
                    problems.answer(exchange, Fault.INTERNAL);
                }
            }
        });
        router.route().order(LAST).handler(exchange -> problems.answer(exchange, Fault.UNKNOWN_ROUTE));
    }
}
