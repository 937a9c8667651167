package io.kehu.gateway;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What is left of a request's body when its answer is already known. Many clients read the answer only once they could
 * send everything, so the rest is read and thrown away; whoever sends on for long is cut off.
 */
public final class UnreadBody {

    private static final long PATIENCE_MILLIS = 5_000;

    private UnreadBody() {}

    public static void discard(RoutingContext exchange) {
        var request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        var vertx = exchange.vertx();
        var timer = vertx.setTimer(PATIENCE_MILLIS, _ -> cutOff(exchange));
        request.handler(_ -> {})
                .exceptionHandler(_ -> vertx.cancelTimer(timer))
                .endHandler(_ -> vertx.cancelTimer(timer));
        request.resume();
    }

    private static void cutOff(RoutingContext exchange) {
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            exchange.response().reset();
        } else {
            exchange.request().connection().close();
        }
    }
}
