package io.kehu.benchmarks;

import io.kehu.benchmarks.HttpConnection.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
    /** Token, permission, JSON and headers as everywhere, and nothing read: what the service takes before any row. */
    private static final String WITHOUT_ROWS = "/v1/dictionaries/levels?parent=A";

    private static final List<String> RARE =
            List.of("鼎泰", "瑞恒", "虎鹏", "凤翔", "卓嘉", "深圳华为", "上海云瑞", "huawei", "cqjl", "4711");
    private static final List<String> COMMON = List.of("科技", "软件", "深圳", "医药", "贸易", "重庆");

    private final LoadedService service;
    private final AtomicLong numbers =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40));

    private CustomerBenchmark(LoadedService service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        LoadedService.run("customer-service", "customer", arguments, (service, database) -> {
            var benchmark = new CustomerBenchmark(service);
            CustomerCopy.fill(database, WARM_UP_ROWS);
            benchmark.warmUp(WARM_UP_ROWS);
            Figures.printHead();
            for (var rows : service.options().sizes()) {
                benchmark.run(database, rows);
            }
            var most = service.options().sizes().getLast();
            if (service.options().lists()) {
                benchmark.scopes(most);
            }
            if (service.options().files()) {
                new FileExchange(service, database).run(most);
            }
        });
    }

    private String caller(int seller, String scope) throws Exception {
        return service.issuer().token(CustomerCopy.owner(seller), CustomerCopy.team(seller), scope);
    }

    /** Long enough for the compiler to have seen all of it. */
    private void warmUp(int rows) throws Exception {
        for (var requests : List.<Supplier<Request>>of(
                () -> Request.get(WITHOUT_ROWS),
                () -> Request.get(one(rows)),
                () -> list(""),
                () -> search(RARE),
                this::create,
                () -> patch(rows))) {
            service.warmUp(requests, service.options().time().multipliedBy(4));
        }
    }

    private void run(Connection connection, int rows) throws Exception {
        CustomerCopy.fill(connection, rows);
        var all = service.everybody();
        var written = new WrittenRows(connection, writeOne(all));
        measure(rows, "no row", all, () -> Request.get(WITHOUT_ROWS), List.of("select 1"));
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
        written.removeCreated();
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
                service.issuer().token("lead", "/bench/east", "team-tree"));
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
                service.measure(rows, scope + " " + asked, token, () -> list(asked));
            }
            service.measure(rows, scope + " search, common text", token, () -> search(COMMON));
        }
    }

    /** Beside what the database alone makes of the same by {@code scripts}. */
    private void measure(int rows, String name, String token, Supplier<Request> requests, List<String> scripts)
            throws Exception {
        if (!PgBench.available()) {
            service.measure(rows, name, token, requests);
            return;
        }
        var time = service.options().time();
        var figures = service.figures();
        service.load(token, time.dividedBy(2)).run(requests);
        var before = figures.cpu();
        var load = service.load(token, time).run(requests);
        var cost = figures.since(before, load.requests());
        var begin = figures.cpu();
        var database = new PgBench(
                        service.bed().postgresPort(),
                        service.bed().folder(),
                        service.options().clients(),
                        time.dividedBy(2))
                .run(scripts);
        figures.print(rows, name, load, cost, database, figures.since(begin, database.transactions()));
    }

    private UUID writeOne(String token) throws Exception {
        try (var connection = new HttpConnection(service.port(), token)) {
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
