package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** One packaged service with all that it needs, started for a benchmark of it. */
record LoadedService(TestBed bed, Issuer issuer, int port, Options options, Figures figures) {

    /** What is done with the service, and with its database. */
    @FunctionalInterface
    interface Work {
        void with(LoadedService service, Connection database) throws Exception;
    }

    static void run(String name, String database, String[] arguments, Work work) throws Exception {
        var options = Options.of(arguments);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try (var issuer = Issuer.start();
                var bed = TestBed.start(options.folder(), database, issuer)) {
            var port = bed.start(name, options.packaged(name), Map.of());
            var figures = new Figures(ServerProcess.listeningOn(port), ServerProcess.listeningOn(bed.postgresPort()));
            try (var connection = bed.connect()) {
                work.with(new LoadedService(bed, issuer, port, options, figures), connection);
            }
        }
    }

    /** Who sees everything. */
    String everybody() throws Exception {
        return issuer.token("bench", "/bench", "all");
    }

    ServiceLoad load(String token, Duration time) {
        return new ServiceLoad(port, token, options.clients(), time);
    }

    /** So that wrong answers are told before they are measured (changes of one row at once aside). */
    void warmUp(Supplier<Request> requests, Duration time) throws Exception {
        var result = load(everybody(), time).run(requests);
        if (result.failures() > result.requests() / 20) {
            var request = requests.get();
            try (var connection = new HttpConnection(port, everybody())) {
                throw new IllegalStateException("The service fails at " + request + ": " + connection.send(request));
            }
        }
    }

    /** Prints what requests take, without the database's own rate beside. */
    void measure(int rows, String name, String token, Supplier<Request> requests) throws Exception {
        load(token, options.time().dividedBy(2)).run(requests);
        var before = figures.cpu();
        var result = load(token, options.time()).run(requests);
        figures.print(rows, name, result, figures.since(before, result.requests()), null, null);
    }
}
