package io.kehu.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Whoever opens the gateway in a browser wants the page to read and try the API. The page is in the place of that which comes
 * with Swagger UI, because that one has scripts within it, which would oblige the browser to run whatever script is in a page.
 */
@ApplicationScoped
class HomePage {

    private static final String PAGE = "/q/swagger-ui/";
    private static final int BEFORE_THE_ONE_REPLACED = -1;

    void register(@Observes Router router) {
        router.route("/")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(exchange -> exchange.response()
                        .setStatusCode(302)
                        .putHeader(HttpHeaders.LOCATION, PAGE)
                        .end());
        serve(router, "", "index.html", "text/html;charset=UTF-8");
        serve(router, "index.html", "index.html", "text/html;charset=UTF-8");
        serve(router, "start.js", "start.js", "text/javascript;charset=UTF-8");
    }

    private static void serve(Router router, String name, String file, String type) {
        var content = read(file);
        router.route(PAGE + name)
                .order(BEFORE_THE_ONE_REPLACED)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(exchange -> exchange.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type)
                        .end(content));
    }

    private static Buffer read(String file) {
        try (var content = HomePage.class.getResourceAsStream("/page/" + file)) {
            return Buffer.buffer(Objects.requireNonNull(content, file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
