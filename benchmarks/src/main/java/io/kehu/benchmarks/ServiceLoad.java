package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends requests of one kind over a few connections, each as soon as the last is answered or as its turn comes.
 *
 * @param rate requests a second of all connections together, at most
 */
record ServiceLoad(int port, String token, int clients, Duration time, double rate) {

    ServiceLoad(int port, String token, int clients, Duration time) {
        this(port, token, clients, time, Double.POSITIVE_INFINITY);
    }

    /**
     * @param p50 milliseconds within which half of the requests were answered
     * @param failures answers of status 400 and above
     */
    record Result(int requests, double perSecond, double p50, double p95, double p99, int failures) {}

    private record Client(List<Long> nanos, int failures) {}

    Result run(Supplier<Request> requests) throws InterruptedException {
        var begin = System.nanoTime();
        var end = begin + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<Client>>();
            for (var client = 0; client < clients; client++) {
                running.add(threads.submit(() -> client(requests, end)));
            }
            var nanos = new ArrayList<Long>();
            var failures = 0;
            for (var client : running) {
                nanos.addAll(client.get().nanos());
                failures += client.get().failures();
            }
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Result(
                    sorted.length,
                    sorted.length * 1e9 / (System.nanoTime() - begin),
                    millis(sorted, 50),
                    millis(sorted, 95),
                    millis(sorted, 99),
                    failures);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load run broke off", e.getCause());
        }
    }

    private Client client(Supplier<Request> requests, long end) throws IOException {
        var nanos = new ArrayList<Long>();
        var failures = 0;
        var pause = (long) (clients / rate * 1e9);
        try (var connection = new HttpConnection(port, token)) {
            var turn = System.nanoTime() + (long) (Math.random() * pause);
            for (var begin = turn; begin < end; begin = System.nanoTime()) {
                LockSupport.parkNanos(turn - System.nanoTime());
                begin = System.nanoTime();
                turn = Math.max(turn + pause, begin);
                var answer = connection.send(requests.get());
                nanos.add(System.nanoTime() - begin);
                failures += answer.status() >= 400 ? 1 : 0;
            }
        }
        return new Client(nanos, failures);
    }

    private static double millis(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
