package io.kehu.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What every answer tells the browser to be careful about, whoever gave it: a service, the gateway, or a fault. */
final class AnswerHeaders {

    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    /** Answers of the API are data: nothing in them is to run, load or be framed. */
    private static final CharSequence OF_DATA =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    /** The page to try the API has no script within it, and loads nothing from elsewhere. */
    private static final CharSequence OF_PAGE = HttpHeaders.createOptimized("default-src 'none'; script-src 'self'; "
            + "style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    private AnswerHeaders() {}

    static void apply(MultiMap headers, String scheme, String path) {
        var page = path != null && path.startsWith("/q/swagger-ui");
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF).set(FRAME_OPTIONS, DENY).set(REFERRER_POLICY, NO_REFERRER);
        if ("https".equals(scheme)) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, page ? OF_PAGE : OF_DATA);
        }
        if (!page && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }
}
