package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What customers cost at several sizes, beside the same row operations by pgbench on the same PostgreSQL: one command that
 * starts all it needs and prints a table; see the README. Quote ratios between figures of one run.
 */
public final class CustomerBenchmark {

    private static final int WARM_UP_ROWS = 2_000;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final List<String> RARE =
            List.of("鼎泰", "瑞恒", "虎鹏", "凤翔", "卓嘉", "深圳华为", "上海云瑞", "huawei", "cqjl", "4711");
    private static final List<String> COMMON = List.of("科技", "软件", "深圳", "医药", "贸易", "重庆");

    private final TestBed bed;
    private final Issuer issuer;
    private final int port;
    private final int clients;
    private final Duration time;
    private final Figures figures;
    private final AtomicLong numbers =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40));

    private CustomerBenchmark(TestBed bed, Issuer issuer, int port, int clients, Duration time) throws Exception {
        this.bed = bed;
        this.issuer = issuer;
        this.port = port;
        this.clients = clients;
        this.time = time;
        this.figures = new Figures(ServerProcess.listeningOn(port), ServerProcess.listeningOn(bed.postgresPort()));
    }

    public static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try (var issuer = Issuer.start();
                var bed = TestBed.start(options.folder(), "customer", issuer)) {
            var service = options.root().resolve("customer-service/target/quarkus-app/quarkus-run.jar");
            var port = bed.start("customer-service", options.application().orElse(service), Map.of());
            var benchmark = new CustomerBenchmark(bed, issuer, port, options.clients(), options.time());
            try (var connection = bed.connect()) {
                CustomerCopy.fill(connection, WARM_UP_ROWS);
                benchmark.warmUp(WARM_UP_ROWS);
                Figures.printHead();
                for (var rows : options.sizes()) {
                    benchmark.run(connection, rows);
                }
                if (options.lists()) {
                    benchmark.scopes(options.sizes().getLast());
                }
                if (options.files()) {
                    new FileExchange(port, issuer, benchmark.figures)
                            .run(options.sizes().getLast());
                }
            }
        }
    }

    private String caller(int seller, String scope) throws Exception {
        return issuer.token(CustomerCopy.owner(seller), CustomerCopy.team(seller), scope);
    }

    /** Long enough for the compiler to have seen all of it, and so that wrong answers are told before they are measured (changes of one row at once aside). */
    private void warmUp(int rows) throws Exception {
        var all = issuer.token("bench", "/bench", "all");
        var round = new ServiceLoad(port, all, clients, time);
        for (var requests : List.<Supplier<Request>>of(
                () -> Request.get(one(rows)), () -> list(""), () -> search(RARE), this::create, () -> patch(rows))) {
            var result = round.run(requests);
            if (result.failures() > result.requests() / 20) {
                try (var connection = new HttpConnection(port, all)) {
                    throw new IllegalStateException("The service fails: " + connection.send(requests.get()));
                }
            }
        }
    }

    private void run(Connection connection, int rows) throws Exception {
        CustomerCopy.fill(connection, rows);
        var all = issuer.token("bench", "/bench", "all");
        var written = new WrittenRows(connection, writeOne(all));
        measure(rows, "get", all, () -> Request.get(one(rows)), List.of(WrittenRows.select(rows)));
        measure(rows, "list", all, () -> list(""), List.of(WrittenRows.newest("true")));
        measure(
                rows,
                "filtered list",
                all,
                () -> list("&filter=industry==65"),
                List.of(WrittenRows.newest("c.industry = '65'")));
        measure(
                rows,
                "search",
                all,
                () -> search(RARE),
                RARE.stream().map(CustomerBenchmark::searchScript).toList());
        measure(
                rows,
                "search, common text",
                all,
                () -> search(COMMON),
                COMMON.stream().map(CustomerBenchmark::searchScript).toList());
        measure(rows, "create", all, this::create, List.of(written.create()));
        measure(rows, "patch", all, () -> patch(rows), List.of(written.patch(rows)));
    }

    /** Lists of whoever sees some rows only, none of them the newest. */
    private void scopes(int rows) throws Exception {
        var callers = Map.of(
                "own",
                caller(7, "own"),
                "team",
                caller(7, "team"),
                "tree",
                issuer.token("lead", "/bench/east", "team-tree"));
        for (var scope : Stream.of("own", "team", "tree").toList()) {
            var token = callers.get(scope);
            for (var asked : List.of(
                    "",
                    "&filter=industry==65",
                    "&filter=level==A",
                    "&filter=lifecycle==ACTIVE",
                    "&sort=name",
                    "&sort=-updatedAt",
                    "&sort=-employees",
                    "&sort=-annualRevenue",
                    "&filter=industry==65&sort=name",
                    "&filter=level==A&sort=-updatedAt")) {
                measure(rows, scope + " " + asked, token, () -> list(asked), List.of());
            }
            measure(rows, scope + " search, common text", token, () -> search(COMMON), List.of());
        }
    }

    private void measure(int rows, String name, String token, Supplier<Request> requests, List<String> scripts)
            throws Exception {
        var length = scripts.isEmpty() ? time.dividedBy(2) : time;
        new ServiceLoad(port, token, clients, length.dividedBy(2)).run(requests);
        var before = figures.cpu();
        var service = new ServiceLoad(port, token, clients, length).run(requests);
        var cost = figures.since(before, service.requests());
        if (scripts.isEmpty() || !PgBench.available()) {
            figures.print(rows, name, service, cost, null, null);
            return;
        }
        var begin = figures.cpu();
        var database = new PgBench(bed.postgresPort(), bed.folder(), clients, time.dividedBy(2)).run(scripts);
        figures.print(rows, name, service, cost, database, figures.since(begin, database.transactions()));
    }

    private UUID writeOne(String token) throws Exception {
        try (var connection = new HttpConnection(port, token)) {
            var answer = connection.send(create());
            var id = ID.matcher(answer.body());
            if (answer.status() != 201 || !id.find()) {
                throw new IllegalStateException("No customer could be made: " + answer);
            }
            var changed =
                    connection.send(new Request("PATCH", "/v1/customers/" + id.group(1), "{\"remark\":\"Load\"}"));
            if (changed.status() != 200) {
                throw new IllegalStateException("No customer could be changed: " + changed);
            }
            return UUID.fromString(id.group(1));
        }
    }

    private static String one(int rows) {
        return "/v1/customers/" + CustomerCopy.id(ThreadLocalRandom.current().nextInt(rows));
    }

    private static Request list(String asked) {
        return Request.get("/v1/customers?limit=20" + asked);
    }

    private static Request search(List<String> texts) {
        var text = texts.get(ThreadLocalRandom.current().nextInt(texts.size()));
        return list("&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static String searchScript(String text) {
        return WrittenRows.newest("c.id in (select e.id from search_entry e where e.text like '%" + text + "%')");
    }

    private Request create() {
        return new Request("POST", "/v1/customers", """
            {"name":"Load %1$d","level":"A","industry":"65","phone":"138%2$08d","email":"info@example%1$d.com",\
            "province":"440000","city":"440300","employees":250,"remark":"Made by a load run"}\
            """.formatted(
                        numbers.incrementAndGet(), ThreadLocalRandom.current().nextInt(100_000_000)));
    }

    private Request patch(int rows) {
        return new Request("PATCH", one(rows), "{\"remark\":\"Changed %d\"}".formatted(numbers.incrementAndGet()));
    }
}
