package io.kehu.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What every answer tells the browser to be careful about, whoever gave it: a service, the gateway, or a fault. */
final class AnswerHeaders {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** Answers of the API are data: nothing in them is to run, load or be framed. */
    private static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** The page to try the API has no script within it, and loads nothing from elsewhere. */
    private static final String OF_PAGE = "default-src 'none'; script-src 'self'; "
            + "style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private AnswerHeaders() {}

    static void apply(MultiMap headers, String scheme, String path) {
        var page = path != null && path.startsWith("/q/swagger-ui");
        headers.set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer");
        if ("https".equals(scheme)) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, page ? OF_PAGE : OF_DATA);
        }
        if (!page && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
