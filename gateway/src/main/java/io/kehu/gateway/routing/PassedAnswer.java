package io.kehu.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Locale;
import java.util.Set;

/**
 * Streams the answer of a service to the client. The proxy library could do it too, but keeps the whole answer in memory
 * for HTTP/1.0, and when a client leaves it marks the exchange as closed before anybody hears of its end.
 */
final class PassedAnswer {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-authenticate",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private PassedAnswer() {}

    static Future<Void> send(ProxyResponse answer, HttpServerRequest request) {
        var response = request.response().setStatusCode(answer.getStatusCode());
        var headers = response.headers();
        answer.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(name, value);
            }
        });
        var body = answer.getBody();
        if (body.length() >= 0) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
        } else if (request.version() == HttpVersion.HTTP_1_0) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        } else {
            response.setChunked(true);
        }
        return stream(body.stream(), response);
    }

    /** Fails with {@link ClientLeft} when it is the client that takes no more, else with what befell the service. */
    private static Future<Void> stream(ReadStream<Buffer> source, HttpServerResponse response) {
        var outcome = Promise.<Void>promise();
        Handler<Throwable> left = failure -> outcome.tryFail(new ClientLeft(failure));
        source.exceptionHandler(outcome::tryFail)
                .endHandler(_ -> response.end().onFailure(left).onSuccess(outcome::tryComplete))
                .handler(chunk -> {
                    response.write(chunk).onFailure(left);
                    if (response.writeQueueFull()) {
                        source.pause();
                        response.drainHandler(_ -> source.resume());
                    }
                })
                .resume();
        return outcome.future();
    }

    /** No failure of the service: its client is gone. */
    static final class ClientLeft extends RuntimeException {

        private static final long serialVersionUID = 1;

        private ClientLeft(Throwable cause) {
            super(cause);
        }
    }

    /** Tells the client by the only means left that the answer is not whole. */
    static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
