package io.kehu.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Refuses paths that two parsers could read in two ways, before anything is routed or authenticated. */
@ApplicationScoped
class PathGuard {

    private static final Pattern HOSTILE = Pattern.compile("(?i);|\\\\|//|%(3b|2f|5c|2e|00|25)|/\\.{1,2}(/|$)");
    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(PathGuard::guard, BEFORE_EVERYTHING);
    }

    private static void guard(RoutingContext request) {
        if (HOSTILE.matcher(request.request().path()).find()) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("content-type", "application/problem+json")
                    .end("""
                            {"type":"urn:kehu:problem:path.hostile","title":"Bad Request","status":400,\
                            "detail":"The path holds characters that are not accepted.","code":"path.hostile"}""");
        } else {
            request.next();
        }
    }
}
