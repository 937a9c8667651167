package io.kehu.opportunity.assignment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.EventFamily;
import io.kehu.opportunity.Neighbours;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutoAssignmentTest {

    private static final int CLIENTS = 64;
    private static final int EACH = 5;
    private static final int TEAM = 7;

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna", "lead:read", "lead:write", "lead:admin", "opportunity:read", "opportunity:write"))
                .contentType("application/json");
    }

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> team =
            IntStream.range(0, TEAM).mapToObj(index -> mark + "-" + index).toList();

    private void rule(String key, int position, String conditions, List<String> members, String method) {
        rule("LEADS", key, position, conditions, members, method);
    }

    private void rule(
            String subject, String key, int position, String conditions, List<String> members, String method) {
        var names = members.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
        anna().body("""
                        {"name":"%s","subject":"%s","position":%d,%s"team":"/%s","members":[%s],"method":"%s"}""".formatted(key, subject, position, conditions, mark, names, method))
                .put("/v1/assignment-rules/" + key + "-" + mark)
                .then()
                .statusCode(200);
    }

    private String source() {
        return "SOURCE-" + mark;
    }

    private String onlySource() {
        return "\"sources\":[\"%s\"],".formatted(source());
    }

    /** Owner of a lead that is created. */
    private String create(String more) {
        return create(anna(), more);
    }

    private String create(RequestSpecification caller, String more) {
        var phone = "+86139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        return caller.body("{\"name\":\"x\",\"source\":\"%s\",\"phone\":\"%s\"%s}".formatted(source(), phone, more))
                .post("/v1/leads?assign=auto&onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("owner");
    }

    private List<String> createAtOnce(int clients, int each) throws Exception {
        return createAtOnce(clients, each, AutoAssignmentTest::anna);
    }

    private List<String> createAtOnce(int clients, int each, Supplier<RequestSpecification> caller) throws Exception {
        var work = new ArrayList<Callable<List<String>>>();
        for (var client = 0; client < clients; client++) {
            work.add(() -> IntStream.range(0, each)
                    .mapToObj(_ -> create(caller.get(), ""))
                    .toList());
        }
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var owners = new ArrayList<String>();
            for (var done : threads.invokeAll(work)) {
                owners.addAll(done.get());
            }
            return owners;
        }
    }

    @Test
    void isFairAlsoWhenManyAskForWhatIsThereAtOnce() throws Exception {
        var work = new ArrayList<Callable<String>>();
        for (var client = 0; client < CLIENTS; client++) {
            String id = anna().body("{\"name\":\"x\",\"source\":\"%s\"}".formatted(source()))
                    .post("/v1/opportunities")
                    .path("id");
            work.add(() -> anna().post("/v1/opportunities/" + id + "/auto-assign")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("owner"));
        }
        rule("OPPORTUNITIES", "asked", 10, onlySource(), team, "ROUND_ROBIN");
        var owners = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var done : threads.invokeAll(work)) {
                owners.add(done.get());
            }
        }
        assertThat(counts(owners).values()).allMatch(each -> each == CLIENTS / TEAM || each == CLIENTS / TEAM + 1);
    }

    private static Map<String, Integer> counts(List<String> owners) {
        var counts = new HashMap<String, Integer>();
        owners.forEach(owner -> counts.merge(owner, 1, Integer::sum));
        return counts;
    }

    @Test
    void isFairHoweverManyComeAtOnce() throws Exception {
        rule("fair", 10, onlySource(), team, "ROUND_ROBIN");
        var counts = counts(createAtOnce(CLIENTS, EACH));
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(team);
        var least = counts.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
        var most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertThat(most - least).as(counts.toString()).isLessThanOrEqualTo(1);
    }

    /** Each keyed request has a transaction around it, and more of them than there are connections wait for their turn. */
    @Test
    void isFairAlsoWhenAllSendAKey() throws Exception {
        rule("keyed", 10, onlySource(), team, "ROUND_ROBIN");
        var counts = counts(createAtOnce(
                CLIENTS,
                EACH,
                () -> anna().header("Idempotency-Key", UUID.randomUUID().toString())));
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(team);
        assertThat(counts.values())
                .allMatch(each -> each == CLIENTS * EACH / TEAM || each == CLIENTS * EACH / TEAM + 1);
    }

    @Test
    void levelsTheLoadAlsoWhenManyComeAtOnce() throws Exception {
        rule("busy", 10, onlySource(), team.subList(0, 1), "ROUND_ROBIN");
        IntStream.range(0, 4).forEach(_ -> create(""));
        rule("busy", 10, onlySource(), team, "LEAST_LOADED");
        var counts = counts(createAtOnce(24, 1));
        assertThat(counts.getOrDefault(team.getFirst(), 0)).isZero();
        assertThat(counts.values()).allMatch(each -> each == 4);
    }

    @Test
    void passesOverWhoIsAway() {
        rule("away", 10, onlySource(), team.subList(0, 2), "ROUND_ROBIN");
        var away = "/v1/absences/" + team.getFirst();
        anna().body("{}").put(away).then().statusCode(200);
        assertThat(List.of(create(""), create(""), create(""))).containsOnly(team.get(1));
        anna().body("{\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2020-02-01T00:00:00Z\"}")
                .put(away)
                .then()
                .statusCode(200);
        assertThat(create("")).isEqualTo(team.getFirst());
        given().auth()
                .oauth2(Tokens.all("ben", "lead:read", "lead:write"))
                .contentType("application/json")
                .body("{}")
                .put(away)
                .then()
                .statusCode(404);
    }

    @Test
    void takesTheFirstRuleThatFits() {
        rule("south", 1, onlySource() + "\"regions\":[\"广东省\"],", team.subList(0, 1), "ROUND_ROBIN");
        rule("software", 2, onlySource() + "\"industries\":[\"I\"],", team.subList(1, 2), "ROUND_ROBIN");
        rule("rest", 3, onlySource(), team.subList(2, 3), "ROUND_ROBIN");
        assertThat(create(",\"region\":\"广东省\",\"industry\":\"65\"")).isEqualTo(team.get(0));
        assertThat(create(",\"region\":\"上海市\",\"industry\":\"65\"")).isEqualTo(team.get(1));
        assertThat(create(",\"industry\":\"C\"")).isEqualTo(team.get(2));
    }

    @Test
    void leavesWithTheCallerWhatNoRuleFitsAndSaysSoWhenAsked() {
        assertThat(create("")).isEqualTo("anna");
        String id = anna().body(
                        "{\"name\":\"x\",\"source\":\"%s\",\"email\":\"%s@example.com\"}".formatted(source(), mark))
                .post("/v1/leads")
                .path("id");
        anna().post("/v1/leads/" + id + "/auto-assign")
                .then()
                .statusCode(409)
                .body("code", equalTo("assignment.nobody"));
        rule("late", 10, onlySource(), team, "ROUND_ROBIN");
        anna().post("/v1/leads/" + id + "/auto-assign")
                .then()
                .statusCode(200)
                .body("owner", equalTo(team.getFirst()))
                .body("team", equalTo("/" + mark))
                .body("status", equalTo("ASSIGNED"));
        anna().get("/v1/leads/" + id + "/history").then().body("items[0].type", equalTo("lead.assigned"));
    }

    @Test
    void givesWhatComesInByAFormToTheTeam() {
        rule("form", 10, onlySource(), team, "ROUND_ROBIN");
        String apiKey = anna().body("{\"name\":\"官网\",\"source\":\"%s\"}".formatted(source()))
                .put("/v1/lead-forms/form-" + mark)
                .then()
                .statusCode(200)
                .extract()
                .path("apiKey");
        given().contentType("application/json")
                .body("{\"person\":\"李\",\"email\":\"form-%s@example.com\"}".formatted(mark))
                .post("/v1/lead-forms/" + apiKey + "/submissions")
                .then()
                .statusCode(202);
        anna().get("/v1/leads?filter=form==form-" + mark)
                .then()
                .body("items[0].owner", equalTo(team.getFirst()))
                .body("items[0].status", equalTo("ASSIGNED"));
    }

    @Test
    void assignsOpportunitiesByRegionAndIndustryOfTheirCustomer() {
        var customer = UUID.randomUUID();
        var state = StateBuilder.of(CustomerState.class)
                .with("id", customer)
                .with("number", "C1")
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", "anna")
                .with("lifecycle", "PROSPECT")
                .with("industry", "65")
                .with("province", "440000")
                .with("city", "440300")
                .build();
        EventStream.send(EventStream.event(new CustomerEvent.Created(), state, 1));
        Neighbours.awaitKnown(EventFamily.CUSTOMER, customer);
        var onlyHere = onlySource() + "\"regions\":[\"%s\"],\"industries\":[\"I\"],";
        rule("OPPORTUNITIES", "north", 1, onlyHere.formatted("北京市"), team.subList(0, 1), "ROUND_ROBIN");
        rule("OPPORTUNITIES", "south", 2, onlyHere.formatted("广东省"), team.subList(1, 3), "ROUND_ROBIN");
        anna().body("{}").put("/v1/absences/" + team.get(1)).then().statusCode(200);
        String id = anna().body(
                        "{\"name\":\"x\",\"source\":\"%s\",\"customerId\":\"%s\"}".formatted(source(), customer))
                .post("/v1/opportunities?assign=auto")
                .then()
                .statusCode(201)
                .body("owner", equalTo(team.get(2)))
                .extract()
                .path("id");
        anna().delete("/v1/absences/" + team.get(1)).then().statusCode(204);
        anna().post("/v1/opportunities/" + id + "/auto-assign")
                .then()
                .statusCode(200)
                .body("owner", equalTo(team.get(1)));
    }

    @Test
    void opensADealInThePipelineOfWhomItIsGiven() {
        var code = "A" + mark.toUpperCase();
        as("opportunity:admin")
                .body("""
                        {"name":"Own","chineseName":"自有","team":"/%s","stages":[
                          {"code":"FIRST","name":"First","chineseName":"一","kind":"OPEN","probability":10},
                          {"code":"WON","name":"Won","chineseName":"赢","kind":"WON","probability":100},
                          {"code":"LOST","name":"Lost","chineseName":"输","kind":"LOST","probability":0}]}""".formatted(mark))
                .put("/v1/pipelines/" + code)
                .then()
                .statusCode(200);
        rule("OPPORTUNITIES", "own", 10, onlySource(), team, "ROUND_ROBIN");
        anna().body("{\"name\":\"x\",\"source\":\"%s\"}".formatted(source()))
                .post("/v1/opportunities?assign=auto")
                .then()
                .statusCode(201)
                .body("team", equalTo("/" + mark))
                .body("stage.pipeline", equalTo(code));
    }

    private static RequestSpecification as(String... permissions) {
        return given().auth().oauth2(Tokens.all("anna", permissions)).contentType("application/json");
    }

    @Test
    void choosesForBatchesAndKeysOfOtherSystemsToo() {
        rule("LEADS", "leads", 10, onlySource(), team, "ROUND_ROBIN");
        rule("OPPORTUNITIES", "deals", 10, onlySource(), team, "ROUND_ROBIN");
        for (var resource : List.of("leads", "opportunities")) {
            var more = resource.equals("leads") ? ",\"email\":\"%s@example.com\"" : ",\"description\":\"%s\"";
            var fields = "{\"name\":\"%s\",\"source\":\"" + source() + "\"" + more + "}";
            var batch =
                    "{\"items\":[{\"operation\":\"CREATE\",\"fields\":%s},{\"operation\":\"CREATE\",\"fields\":%s}]}"
                            .formatted(fields.formatted("a", "a" + mark), fields.formatted("b", "b" + mark));
            for (var atomic : List.of(true, false)) {
                anna().body(batch)
                        .post("/v1/" + resource + "/batch?assign=auto&onDuplicate=create&atomic=" + atomic)
                        .then()
                        .statusCode(207)
                        .body("items.status", contains(201, 201));
            }
            anna().get("/v1/" + resource + "?filter=source==" + source())
                    .then()
                    .body("items.owner", containsInAnyOrder(team.subList(0, 4).toArray()));
            var path = "/v1/" + resource + "/by-external?assign=auto&source=x&externalId=" + mark;
            for (var status : List.of(201, 200)) {
                anna().body(fields.formatted("c", "c" + mark))
                        .put(path)
                        .then()
                        .statusCode(status)
                        .body("owner", equalTo(team.get(4)));
            }
        }
    }

    @Test
    void choosesForImportsToo() {
        rule("LEADS", "leads", 10, onlySource(), team, "ROUND_ROBIN");
        rule("OPPORTUNITIES", "deals", 10, onlySource(), team, "ROUND_ROBIN");
        for (var resource : List.of("leads", "opportunities")) {
            var file = "externalId,name,source,assign,owner,%s\n"
                            .formatted(resource.equals("leads") ? "email" : "nextStep")
                    + "1,x,%s,AUTO,,one-%s@example.com\n2,y,%s,auto,dora,two@example.com\n"
                            .formatted(source(), mark, source());
            imported(resource, file).body("created", equalTo(1)).body("rejected", equalTo(1));
            anna().get("/v1/" + resource + "/by-external?externalId=1&source=" + mark)
                    .then()
                    .body("owner", equalTo(team.getFirst()))
                    .body("team", equalTo("/" + mark));
        }
    }

    private ValidatableResponse imported(String resource, String file) {
        String job = as("lead:import", "opportunity:import")
                .contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "create")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(mark))
                .post("/v1/" + resource + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var reader = as("lead:import", "opportunity:import");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reader.get(job).jsonPath().getString("status").equals("COMPLETED"));
        return reader.get(job).then();
    }

    @Test
    void levelsTheLoadWithinAFileToo() {
        for (var resource : List.of("leads", "opportunities")) {
            var subject = resource.toUpperCase(Locale.ROOT);
            rule(subject, resource, 10, onlySource(), team.subList(1, TEAM), "LEAST_LOADED");
            imported(resource, rows(resource, 1, TEAM)).body("created", equalTo(TEAM - 1));
            rule(subject, resource, 10, onlySource(), team, "LEAST_LOADED");
            imported(resource, rows(resource, TEAM, 10 * TEAM + 1)).body("created", equalTo(9 * TEAM + 1));
            var owners = anna().get("/v1/" + resource + "?limit=200&filter=source==" + source())
                    .jsonPath()
                    .getList("items.owner", String.class);
            assertThat(counts(owners)).containsOnlyKeys(team);
            assertThat(counts(owners).values()).containsOnly(10);
        }
    }

    private String rows(String resource, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> "%1$d,x,%2$s,AUTO,level%1$d-%3$s@example.com\n".formatted(row, source(), mark))
                .collect(Collectors.joining(
                        "",
                        "externalId,name,source,assign,%s\n".formatted(resource.equals("leads") ? "email" : "nextStep"),
                        ""));
    }

    @Test
    void assignsOpportunitiesToo() {
        rule("OPPORTUNITIES", "deals", 10, onlySource(), team.subList(0, 2), "LEAST_LOADED");
        var owners = new ArrayList<String>();
        for (var name : Arrays.asList("a", "b")) {
            owners.add(anna().body("{\"name\":\"%s\",\"source\":\"%s\"}".formatted(name, source()))
                    .post("/v1/opportunities?assign=auto")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("owner"));
        }
        assertThat(owners).containsExactlyElementsOf(team.subList(0, 2));
    }
}
