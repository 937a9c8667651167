package io.kehu.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** The body of a request, counted as it streams: a limit on the declared length alone is no limit for chunked bodies. */
final class LimitedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private Handler<Buffer> chunks = _ -> {};
    private Handler<Throwable> failures = _ -> {};
    private Handler<Void> end = _ -> {};
    private long received;
    private boolean abandoned;

    /**
     * @param request a paused request
     * @param limit the most bytes that pass; with one more, this stream fails
     * @param whenComplete runs when the last byte has come
     */
    LimitedBody(HttpServerRequest request, long limit, Runnable whenComplete) {
        this.request = request;
        this.limit = limit;
        request.handler(this::receive)
                .exceptionHandler(failure -> failures.handle(failure))
                .endHandler(last -> {
                    whenComplete.run();
                    end.handle(last);
                });
    }

    boolean exceeded() {
        return received > limit;
    }

    /** Leaves the request to someone else: the pipe that reads this body may still want to pause it when it fails. */
    void abandon() {
        abandoned = true;
    }

    private void receive(Buffer chunk) {
        received += chunk.length();
        if (exceeded()) {
            failures.handle(new IllegalStateException("Body larger than " + limit));
        } else {
            chunks.handle(chunk);
        }
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        chunks = handler == null ? _ -> {} : handler;
        return this;
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        failures = handler == null ? _ -> {} : handler;
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        end = handler == null ? _ -> {} : handler;
        return this;
    }

    @Override
    public LimitedBody pause() {
        return unlessAbandoned(request::pause);
    }

    @Override
    public LimitedBody resume() {
        return unlessAbandoned(request::resume);
    }

    @Override
    public LimitedBody fetch(long amount) {
        return unlessAbandoned(() -> request.fetch(amount));
    }

    private LimitedBody unlessAbandoned(Runnable demand) {
        if (!abandoned) {
            demand.run();
        }
        return this;
    }
}
