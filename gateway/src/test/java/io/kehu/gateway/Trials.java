package io.kehu.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What puts a gateway to the test: floods, slow readers, and instances that fail the first time. */
final class Trials {

    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger broken = new AtomicInteger();
    private HttpServerRequest held;

    /** Whether this request is one of the trials, and then has been taken care of. */
    boolean take(HttpServerRequest request) {
        var path = request.path();
        if (path.endsWith("/tally")) {
            request.response().end(tally().encode());
        } else if (path.contains("/flood")) {
            request.response().setChunked(true).closeHandler(_ -> broken.incrementAndGet());
            flood(request, Long.parseLong(request.getParam("bytes")));
        } else if (path.endsWith("/held/imports")) {
            hold(request);
        } else if (path.endsWith("/release")) {
            held.resume();
            request.response().end();
        } else if (path.contains("/unreliable")) {
            return firstTime(request, () -> request.connection().close());
        } else if (path.contains("/leaving")) {
            return firstTime(
                    request, () -> request.response().setStatusCode(503).end());
        } else {
            return false;
        }
        return true;
    }

    private JsonObject tally() {
        var tally = new JsonObject()
                .put("sent", sent.get())
                .put("received", received.get())
                .put("broken", broken.get());
        arrivals.forEach((path, times) -> tally.put(path, times.get()));
        return tally;
    }

    private void flood(HttpServerRequest request, long bytes) {
        var response = request.response();
        var left = bytes;
        while (left > 0 && !response.closed()) {
            if (response.writeQueueFull()) {
                var rest = left;
                response.drainHandler(_ -> flood(request, rest));
                return;
            }
            response.write(CHUNK);
            sent.addAndGet(CHUNK.length());
            left -= CHUNK.length();
        }
        if (!response.closed()) {
            response.end();
        }
    }

    private void hold(HttpServerRequest request) {
        held = request.pause();
        request.handler(chunk -> received.addAndGet(chunk.length()));
        request.endHandler(_ -> request.response().end());
    }

    private boolean firstTime(HttpServerRequest request, Runnable failure) {
        var first = arrivals.computeIfAbsent(request.path(), _ -> new AtomicInteger())
                        .incrementAndGet()
                == 1;
        if (first) {
            failure.run();
        }
        return first;
    }
}
