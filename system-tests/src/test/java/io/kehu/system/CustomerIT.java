package io.kehu.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers must stand on the whole suite: a file as Excel saves it in China, a run on the pool, a large merge. */
@ExtendWith(RunningSuite.class)
class CustomerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DEALS = 10_000;
    private static final Charset GBK = Charset.forName("GBK");
    private static Suite suite;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    /** Line breaks in cells, blank columns behind, a row that stands twice, dates in several forms, and bad rows. */
    @Test
    void takesAGbkFileOfExcelTakesItAgainWithoutAChangeAndTakesItBack() {
        suite.as("admin")
                .body("{\"zh\":\"首次合作日期\",\"en\":\"First cooperation\",\"kind\":\"DATE\"}")
                .put("/v1/customers/custom-fields/firstCooperation")
                .then()
                .statusCode(200);
        var file = """
                外部编号,客户名称,统一社会信用代码,行业,电话,详细地址,备注,首次合作日期,,,
                x1,北京远山科技有限公司%1$s,91350100M000100Y43,65,13812341234,"海淀区
                中关村大街1号","第一行
                第二行",2024-03-05,,,
                x2,上海浦江贸易有限公司%1$s,,,021-58001234,,,2024/3/5,,,
                x3,深圳湾电子（集团）股份有限公司%1$s,,,,,,2024年3月5日,,,
                x4,成都蜀锦纺织厂%1$s,,,,,,20240305,,,
                x4,成都蜀锦纺织厂%1$s,,,,,,20240305,,,
                x5,广州羊城物流%1$s,91350100M000100Y44,,,,,,,,
                x6,,,,,,没有名称,2024-03-05,,,
                x7,南京梧桐酒店%1$s,,,12,,,2024-03-05,,,
                x8,西安长安文化%1$s,,,,,,05/03/2024,,,
                """.formatted(mark)
                .replace("\n", "\r\n")
                .replace("海淀区\r\n", "海淀区\n")
                .replace("第一行\r\n", "第一行\n");

        var first = imported("customers", "客户.csv", file.getBytes(GBK));
        assertThat(first.getInt("created")).isEqualTo(4);
        assertThat(first.getInt("unchanged")).isEqualTo(1);
        assertThat(first.getInt("rejected")).isEqualTo(4);
        var errors = suite.as("admin")
                .get("/v1/customers/imports/" + first.getString("id") + "/errors")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(errors, GBK)).contains("x5", "x6", "x7", "x8");
        var customer = suite.as("admin")
                .get("/v1/customers/by-external?source=" + mark + "&externalId=x1")
                .then()
                .statusCode(200)
                .body("remark", equalTo("第一行\n第二行"))
                .body("customFields.firstCooperation", equalTo("2024-03-05"))
                .extract()
                .<String>path("id");
        for (var key : List.of("x2", "x3", "x4")) {
            suite.as("admin")
                    .get("/v1/customers/by-external?source=" + mark + "&externalId=" + key)
                    .then()
                    .body("customFields.firstCooperation", equalTo("2024-03-05"));
        }

        var second = imported("customers", "客户.csv", file.getBytes(GBK));
        assertThat(second.getInt("unchanged")).isEqualTo(5);
        assertThat(second.getInt("created") + second.getInt("updated")).isZero();
        suite.as("admin").get("/v1/customers/" + customer).then().body("version", equalTo(1));

        var revert = suite.as("admin")
                .post("/v1/customers/imports/" + first.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(ended(revert).getInt("removed")).isEqualTo(4);
        suite.as("admin").get("/v1/customers/" + customer).then().statusCode(404);
    }

    @Test
    void givesAPooledCustomerToOneOfTwoHundredClaims() throws Exception {
        var pool = suite.as("admin")
                .body(Map.of("name", "公海 " + mark, "teams", List.of("/sales")))
                .post("/v1/customer-pools")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var customer = customer("待领取 " + mark, "pool");
        suite.as("admin")
                .body(Map.of("poolId", pool, "reason", "No need this year"))
                .post("/v1/customers/" + customer + "/release")
                .then()
                .statusCode(200);
        List<Callable<Integer>> claims = IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(number -> {
                    var user = number % 2 == 0 ? "rep" : "rep-west";
                    var token = suite.token(user);
                    return () -> new Door("gateway", suite.url("GATEWAY"))
                            .post("/v1/customers/" + customer + "/claim", token)
                            .statusCode();
                })
                .toList();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.invokeAll(claims).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(answers.get(200)).as("%s", answers).isEqualTo(1);
            assertThat(answers.keySet()).isSubsetOf(200, 404, 409);
        }
        suite.as("admin").get("/v1/customers/" + customer).then().body("version", equalTo(3));
    }

    @Test
    void followsAMergeWithTenThousandDealsBehindItEverywhere() {
        var survivor = customer("合并后 " + mark, "survivor");
        var merged = customer("合并前 " + mark, "merged");
        var deals = IntStream.range(0, DEALS)
                .mapToObj(number -> "d%d,Deal %d,merged,%s,INITIAL_CONTACT".formatted(number, number, mark))
                .collect(Collectors.joining("\n", "externalId,name,customer,customerSource,stage\n", "\n"));
        var begun = Instant.now();
        var job = imported("opportunities", "deals.csv", deals.getBytes(StandardCharsets.UTF_8));
        assertThat(job.getInt("created")).as(job.prettify()).isEqualTo(DEALS);
        System.out.printf("%d deals imported in %s%n", DEALS, Duration.between(begun, Instant.now()));
        create("contacts", "{\"name\":\"欧阳\",\"customerId\":\"%s\"}".formatted(merged));
        create(
                "tickets",
                "{\"subject\":\"merge\",\"type\":\"REPAIR\",\"customerId\":\"%s\",\"priority\":\"HIGH\"}"
                        .formatted(merged));
        create("activities", """
                {"type":"CALL","subject":"merge","happenedAt":"2026-03-01T02:00:00Z","customerId":"%s","outcome":"CONNECTED"}""".formatted(merged));
        create("contracts", """
                {"name":"merge","customerId":"%s","amount":{"amount":"1","currency":"CNY"},
                 "startsOn":"2026-01-01","endsOn":"2026-12-31"}""".formatted(merged));

        var ordered = Instant.now();
        suite.as("admin")
                .body(Map.of("customers", List.of(merged)))
                .post("/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);
        for (var resource : List.of("contacts", "tickets", "activities", "contracts", "opportunities")) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() ->
                            assertThat(count(resource, merged)).as(resource).isZero());
            assertThat(count(resource, survivor)).as(resource).isEqualTo(resource.equals("opportunities") ? DEALS : 1);
            System.out.printf("%s follow the merge after %s%n", resource, Duration.between(ordered, Instant.now()));
        }
        suite.as("admin")
                .redirects()
                .follow(false)
                .get("/v1/customers/" + merged)
                .then()
                .statusCode(301);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var reconciliation =
                    suite.as("admin").get("/v1/reports/reconciliation").jsonPath();
            assertThat(reconciliation.getBoolean("reconciled"))
                    .as(reconciliation.prettify())
                    .isTrue();
        });
    }

    private static long count(String resource, String customer) {
        return suite.as("admin")
                .get("/v1/%s?filter=customerId==%s&count=exact&limit=1".formatted(resource, customer))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("count.value");
    }

    private String customer(String name, String externalId) {
        return suite.as("admin")
                .body(Map.of("name", name))
                .put("/v1/customers/by-external?source=%s&externalId=%s".formatted(mark, externalId))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void create(String resource, String body) {
        suite.as("admin").body(body).post("/v1/" + resource).then().statusCode(201);
    }

    private JsonPath imported(String resource, String name, byte[] content) {
        return ended(given().baseUri(suite.url("GATEWAY"))
                .auth()
                .oauth2(suite.token("admin"))
                .multiPart("file", name, content, "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(mark))
                .post("/v1/" + resource + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location"));
    }

    private static JsonPath ended(String location) {
        return await().atMost(PATIENCE)
                .until(() -> suite.as("admin").get(location).jsonPath(), job -> job.getString("finishedAt") != null);
    }
}
