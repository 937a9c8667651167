package io.kehu.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whoever opens the gateway in a browser wants the page to read and try the API. */
@ApplicationScoped
class HomePage {

    void register(@Observes Router router) {
        router.route("/")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(exchange -> exchange.response()
                        .setStatusCode(302)
                        .putHeader(HttpHeaders.LOCATION, "/q/swagger-ui/")
                        .end());
    }
}
