package io.kehu.gateway.routing;

import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.ServiceClient;
import io.kehu.gateway.Services;
import io.kehu.gateway.problem.Fault;
import io.kehu.gateway.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Streams each request under {@code /v1/} to the service that owns its path, and the answer back. */
@ApplicationScoped
class ServiceRoute {

    private final Services services;
    private final ServiceClient client;
    private final GatewayConfig config;
    private final Problems problems;
    private final PublicOperations open;

    ServiceRoute(
            Services services, ServiceClient client, GatewayConfig config, Problems problems, PublicOperations open) {
        this.services = services;
        this.client = client;
        this.config = config;
        this.problems = problems;
        this.open = open;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").handler(this::route);
    }

    private void route(RoutingContext exchange) {
        var request = exchange.request();
        var here = services.servedHere(request.path());
        var service = services.of(request.path());
        if (!here && service.isEmpty()) {
            problems.answer(exchange, Fault.UNKNOWN_ROUTE);
        } else if (Caller.of(exchange).isEmpty() && !open.contains(request)) {
            problems.answer(exchange, Fault.UNAUTHENTICATED);
        } else if (here) {
            request.pause();
            exchange.next();
        } else {
            request.pause();
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                exchange.response().writeContinue();
            }
            new Passage(exchange, service.get(), client, config, problems).begin();
        }
    }
}
