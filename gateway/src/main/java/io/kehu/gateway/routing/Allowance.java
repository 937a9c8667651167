package io.kehu.gateway.routing;

import io.kehu.gateway.GatewayConfig;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** How large and how slow one request may be: imports and exports carry files, everything else is small and quick. */
record Allowance(long body, Duration patience) {

    static Allowance of(HttpServerRequest request, GatewayConfig config) {
        var upload = request.path() != null && request.path().endsWith("/imports");
        return new Allowance(
                (upload ? config.uploadLimit() : config.bodyLimit()).asLongValue(),
                upload || asksForFile(request) ? config.transferTimeout() : config.responseTimeout());
    }

    static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    private static boolean asksForFile(HttpServerRequest request) {
        var accepted = request.getHeader("accept");
        return accepted != null && (accepted.contains("text/csv") || accepted.contains("spreadsheetml"));
    }
}
