package io.kehu.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** What the head of a request tells of its body. */
final class IncomingBody {

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private IncomingBody() {}

    /**
     * Over HTTP/2 a body of unknown length shows in no header. The proxy passes it only when the request is marked as
     * chunked; unmarked, it would be dropped without a word.
     */
    static boolean isThere(HttpServerRequest request) {
        var headers = request.headers();
        if (request.version() == HttpVersion.HTTP_2
                && !headers.contains(HttpHeaders.CONTENT_LENGTH)
                && !BODILESS.contains(request.method())
                && !request.isEnded()) {
            headers.set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        return declaredLength(request) > 0 || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** In bytes, or -1 if it is not told. */
    static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }
}
