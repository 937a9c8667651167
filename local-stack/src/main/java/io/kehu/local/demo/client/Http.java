package io.kehu.local.demo.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends requests and waits while a part of the suite is away, for it may be on its way back. Only what can be sent twice
 * may be sent by this: reading, putting, and posting with an idempotency key.
 */
public final class Http implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Duration patience;
    private final Consumer<String> notice;

    /**
     * @param patience how long a part may be away
     * @param notice   is told why it takes longer
     */
    public Http(Duration patience, Consumer<String> notice) {
        this.patience = patience;
        this.notice = notice;
    }

    /** @throws DemoFailure if there is no answer in time */
    public Answer send(Supplier<HttpRequest.Builder> request) {
        var end = Instant.now().plus(patience);
        for (; ; ) {
            var sent = request.get().timeout(TIMEOUT).build();
            var question = sent.method() + " " + sent.uri();
            String trouble;
            try {
                var response = client.send(sent, BodyHandlers.ofString());
                if (!isAway(response)) {
                    var location = response.headers().firstValue("Location").orElse(null);
                    return new Answer(question, response.statusCode(), location, response.body());
                }
                trouble = "answers " + response.statusCode();
            } catch (IOException e) {
                trouble = "does not answer (%s)".formatted(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoFailure("interrupted", e);
            }
            if (Instant.now().isAfter(end)) {
                throw new DemoFailure("%s %s".formatted(question, trouble));
            }
            notice.accept("%s %s, trying again".formatted(question, trouble));
            pause();
        }
    }

    /** A 409 with Retry-After says that the same request, sent before, is still in work. */
    private static boolean isAway(HttpResponse<String> response) {
        return AWAY.contains(response.statusCode())
                || response.statusCode() == 409
                        && response.headers().firstValue("Retry-After").isPresent();
    }

    public static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
