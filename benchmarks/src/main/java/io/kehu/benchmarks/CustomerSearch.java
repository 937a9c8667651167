package io.kehu.benchmarks;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the first page of a search takes, one after another, by what is typed and by whom:
 * {@code CustomerSearch <base URL> <scope>=<token>...}. The customers are those of {@link CustomerCopy}.
 */
public final class CustomerSearch {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;

    /** Several texts of each kind, so that no single one stays warm alone. */
    private static final Map<String, List<String>> TYPED = new TreeMap<>(Map.of(
            "1 two characters, rare", List.of("鼎泰", "瑞恒", "虎鹏", "凤翔", "卓嘉", "澜盛"),
            "2 two characters, common", List.of("科技", "软件", "深圳", "医药", "贸易", "重庆"),
            "3 four characters", List.of("深圳华为", "上海云瑞", "重庆金龙", "软件有限", "数据科技", "成都锦江"),
            "4 pinyin", List.of("huawei", "shenzhen", "dingtai", "chongqing", "yunrui", "ruanjian"),
            "5 initials", List.of("hw", "szhw", "cqjl", "rjyx", "shyr", "dtkj"),
            "6 code", List.of("919900000000012345", "919900000000054321", "91990000000007", "919900000000000077"),
            "7 number", List.of("B0000000100023", "B0000000301234", "B00000002"),
            "8 last four digits", List.of("1234", "8888", "0017", "9021", "4711")));

    private CustomerSearch() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%-12s %-26s %8s %8s %8s %8s%n", "scope", "typed", "hits", "p50 ms", "p95 ms", "max ms");
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var caller : List.of(arguments).subList(1, arguments.length)) {
                var parts = caller.split("=", 2);
                for (var kind : TYPED.entrySet()) {
                    measure(http, URI.create(arguments[0]), parts[0], parts[1], kind.getKey(), kind.getValue());
                }
            }
        }
    }

    private static void measure(HttpClient http, URI base, String scope, String token, String kind, List<String> texts)
            throws Exception {
        var millis = new ArrayList<Double>();
        var hits = 0;
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var typed = URLEncoder.encode(texts.get(round % texts.size()), StandardCharsets.UTF_8);
            var request = HttpRequest.newBuilder(base.resolve("/v1/customers?limit=20&q=" + typed))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var begin = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var took = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            if (round >= WARM_UP) {
                millis.add(took);
                hits += answer.body().split("\"number\"").length - 1;
            }
        }
        millis.sort(null);
        System.out.printf(
                "%-12s %-26s %8.1f %8.1f %8.1f %8.1f%n",
                scope,
                kind.substring(2),
                hits / (double) ROUNDS,
                millis.get(ROUNDS / 2),
                millis.get(ROUNDS * 95 / 100),
                millis.getLast());
    }
}
