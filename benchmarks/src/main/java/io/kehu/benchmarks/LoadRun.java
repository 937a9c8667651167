package io.kehu.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Sends one kind of request from a few clients for a bounded time and tells rate, latency and failures. */
final class LoadRun {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String token;
    private final int clients;
    private final Duration time;
    private final double requestsPerSecond;

    /** Each client asks again as soon as it is answered. */
    LoadRun(URI base, String token, int clients, Duration time) {
        this(base, token, clients, time, Double.POSITIVE_INFINITY);
    }

    /**
     * @param requestsPerSecond how many all clients together send at most while it is measured
     * @param time how long each run lasts; half of it is spent warming up first
     */
    LoadRun(URI base, String token, int clients, Duration time, double requestsPerSecond) {
        this.base = base;
        this.token = token;
        this.clients = clients;
        this.time = time;
        this.requestsPerSecond = requestsPerSecond;
    }

    /**
     * @param p50Millis median time of one request
     * @param p99Millis time that one request in a hundred exceeds
     */
    record Result(long requests, double requestsPerSecond, double p50Millis, double p99Millis, long failures) {}

    /** Runs {@code request}, made anew for each number counted up, first unmeasured and then measured. */
    Result measure(LongFunction<HttpRequest.Builder> request) {
        warmUp(request);
        return run(request);
    }

    /** Runs {@code request} unmeasured, as fast as it goes. */
    void warmUp(LongFunction<HttpRequest.Builder> request) {
        run(request, time.dividedBy(2), Double.POSITIVE_INFINITY);
    }

    /** Runs {@code request} measured. */
    Result run(LongFunction<HttpRequest.Builder> request) {
        return run(request, time, requestsPerSecond);
    }

    private record Client(List<Long> nanos, long failures) {}

    private Result run(LongFunction<HttpRequest.Builder> request, Duration length, double rate) {
        var pause = (long) (clients / rate * 1e9);
        var end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Client>>();
            for (var client = 0; client < clients; client++) {
                var first = (long) client << 40;
                running.add(threads.submit(() -> client(request, first, end, pause)));
            }
            var nanos = new ArrayList<Long>();
            var failures = 0L;
            for (var client : running) {
                var finished = client.get();
                nanos.addAll(finished.nanos());
                failures += finished.failures();
            }
            return result(nanos, failures, length);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The load run broke off", e);
        }
    }

    private Client client(LongFunction<HttpRequest.Builder> request, long first, long end, long pause)
            throws Exception {
        var nanos = new ArrayList<Long>();
        var failures = 0L;
        var next = System.nanoTime() + (first >> 40) * pause / clients;
        for (var number = first; System.nanoTime() < end; number++) {
            LockSupport.parkNanos(next - System.nanoTime());
            next = Math.max(next + pause, System.nanoTime());
            var begin = System.nanoTime();
            var answer = http.send(
                    request.apply(number)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            nanos.add(System.nanoTime() - begin);
            failures += answer.statusCode() >= 400 ? 1 : 0;
        }
        return new Client(nanos, failures);
    }

    private static Result result(List<Long> nanos, long failures, Duration length) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Result(
                sorted.length,
                sorted.length / (length.toMillis() / 1000.0),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                failures);
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    }
}
