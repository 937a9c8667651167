package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchTest {

    private static final String[] SCOPES = {"scope:own", "scope:team", "scope:team-tree", "scope:all"};

    private static RequestSpecification as(String username, String team, String scope) {
        return given().auth()
                .oauth2(Tokens.of(
                        username,
                        team,
                        scope,
                        "customer:read",
                        "customer:write",
                        "customer:delete",
                        "contact:read",
                        "contact:write",
                        "pii:read"))
                .contentType("application/json");
    }

    private static String create(String path, String body) {
        return as("sue", "/search/east", "scope:own")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void finds(RequestSpecification caller, String path, String typed, String id) {
        caller.queryParam("q", typed).get(path).then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void findsNamesByPartPinyinInitialsAndCodes() {
        var id = create(
                "/v1/customers",
                "{\"name\":\"重庆琥珀信息技术有限公司\",\"unifiedSocialCreditCode\":\"91990000000000019N\"}"
                        .replace("91990000000000019N", CreditCodes.next()));
        String number = as("sue", null, "scope:own").get("/v1/customers/" + id).path("number");
        String code = as("sue", null, "scope:own").get("/v1/customers/" + id).path("unifiedSocialCreditCode");
        for (var typed : List.of(
                "琥珀",
                "重庆琥珀信息",
                "技术有限",
                "重庆 琥珀",
                "chongqinghupo",
                "hupo",
                "cqhp",
                "hpxx",
                "hp信息",
                number,
                number.substring(number.length() - 4),
                code,
                code.substring(0, 13))) {
            for (var scope : SCOPES) {
                var team = scope.equals("scope:team-tree") ? "/search" : "/search/east";
                finds(as("sue", team, scope), "/v1/customers", typed, id);
            }
        }
        for (var scope : new String[] {"scope:own", "scope:team", "scope:team-tree"}) {
            as("tom", "/search/west", scope)
                    .queryParam("q", "琥珀")
                    .get("/v1/customers")
                    .then()
                    .body("items", empty());
        }
        as("sue", null, "scope:own")
                .queryParam("q", "琥珀重庆")
                .get("/v1/customers")
                .then()
                .body("items.id", not(hasItem(id)));
        as("sue", null, "scope:own").delete("/v1/customers/" + id).then().statusCode(204);
        as("sue", null, "scope:own")
                .queryParam("q", "琥珀")
                .get("/v1/customers")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void findsByTheNewNameOwnerAndShare() {
        var id = create("/v1/customers", "{\"name\":\"Zyxwv Holdings\"}");
        as("sue", null, "scope:own")
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body("{\"name\":\"Qwertz 翡翠 Holdings\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200);
        finds(as("sue", null, "scope:own"), "/v1/customers", "ertz", id);
        finds(as("sue", null, "scope:own"), "/v1/customers", "feicui", id);
        as("sue", null, "scope:own")
                .queryParam("q", "zyxwv")
                .get("/v1/customers")
                .then()
                .body("items.id", not(hasItem(id)));
        as("sue", null, "scope:own")
                .body("{\"access\":\"READ\"}")
                .put("/v1/customers/" + id + "/collaborators?principal=uma")
                .then()
                .statusCode(200);
        finds(as("uma", null, "scope:own"), "/v1/customers", "翡翠", id);
        as("sue", null, "scope:own")
                .body("{\"owner\":\"tom\",\"team\":\"/search/west\"}")
                .post("/v1/customers/" + id + "/assign")
                .then()
                .statusCode(200);
        finds(as("tom", null, "scope:own"), "/v1/customers", "翡翠", id);
    }

    @Test
    void findsContactsThroughTheirCustomersAndByTheirSurnames() {
        var customer = create("/v1/customers", "{\"name\":\"Contacts Ltd\"}");
        var id = create("/v1/contacts", "{\"name\":\"单雄信\",\"customerId\":\"%s\"}".formatted(customer));
        for (var typed : List.of("雄信", "shanxiong", "danxiong", "sxx", "danxx".substring(0, 3))) {
            finds(as("sue", null, "scope:own"), "/v1/contacts", typed, id);
        }
        finds(as("sue", null, "scope:own").queryParam("filter", "customers==" + customer), "/v1/contacts", "雄信", id);
    }

    @Test
    void findsTheNewestOfACommonTextFirstAndEachOnceAcrossPages() {
        var newestFirst = new ArrayList<String>();
        for (var count = 0; count < 25; count++) {
            newestFirst.addFirst(create("/v1/customers", "{\"name\":\"珊瑚玛瑙%d号\"}".formatted(count)));
        }
        var shared = newestFirst.get(7);
        as("sue", null, "scope:own")
                .body("{\"access\":\"READ\"}")
                .put("/v1/customers/" + shared + "/collaborators?principal=uma")
                .then()
                .statusCode(200);
        for (var scope : SCOPES) {
            var found = new ArrayList<String>();
            String cursor = null;
            do {
                var caller = as("sue", scope.equals("scope:team-tree") ? "/search" : "/search/east", scope)
                        .queryParam("q", "玛瑙")
                        .queryParam("limit", 10);
                var page = (cursor == null ? caller : caller.queryParam("cursor", cursor))
                        .get("/v1/customers")
                        .jsonPath();
                found.addAll(page.getList("items.id", String.class));
                cursor = page.getString("nextCursor");
            } while (cursor != null);
            assertThat(found).as(scope).isEqualTo(newestFirst);
        }
        as("uma", "/search/west", "scope:team")
                .queryParam("q", "玛瑙")
                .get("/v1/customers")
                .then()
                .body("items.id", contains(shared));
    }

    @Test
    void findsNumbersThatBeginWithNoZero() {
        var id = create("/v1/customers?onDuplicate=create", "{\"name\":\"Hotline Ltd\",\"phone\":\"400-800-1234\"}");
        for (var written : List.of("4008001234", "400-800-1234", "+864008001234")) {
            finds(as("sue", null, "scope:own"), "/v1/customers", written, id);
            as("sue", null, "scope:own")
                    .queryParam("filter", "phone=='" + written + "'")
                    .get("/v1/customers")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
    }

    private static String view(String more) {
        return "{\"resource\":\"customers\",\"name\":\"x\"%s}".formatted(more);
    }

    @Test
    void listsBySavedViewsThatAreOwnOrShared() {
        for (var level : List.of("A", "B")) {
            create(
                    "/v1/customers",
                    "{\"name\":\"Viewed %1$s\",\"city\":\"Viewtown\",\"level\":\"%1$s\"}".formatted(level));
        }
        var views = "/v1/customers/views";
        var sue = "/search/east";
        var saved = view(",\"filter\":\"city==Viewtown\",\"sort\":\"-name\",\"columns\":[\"level\",\"name\"]%s");
        String id = as("sue", sue, "scope:own")
                .body(saved.formatted(""))
                .post(views)
                .then()
                .statusCode(201)
                .body("owner", equalTo("sue"))
                .extract()
                .path("id");
        var list = "/v1/customers?view=" + id;
        as("sue", sue, "scope:own").get(list).then().body("items.level", contains("B", "A"));
        as("sue", sue, "scope:own")
                .get(list + "&filter=level==A,level==C&sort=name")
                .then()
                .body("items.level", contains("A"));
        assertThat(given().auth()
                        .oauth2(Tokens.of("sue", sue, "scope:own", "customer:read", "customer:export"))
                        .accept("text/csv")
                        .get(list)
                        .asString()
                        .lines()
                        .toList())
                .hasSize(3)
                .contains("B,Viewed B", "A,Viewed A");
        as("sue", sue, "scope:own").get("/v1/contacts?view=" + id).then().statusCode(400);

        as("tom", "/search/east/inner", "scope:all").get(list).then().statusCode(400);
        as("sue", sue, "scope:own")
                .body(saved.formatted(",\"teams\":[\"/search/east\"]"))
                .put(views + "/" + id)
                .then()
                .statusCode(200);
        as("tom", "/search/east/inner", "scope:all").get(list).then().body("items.level", contains("B", "A"));
        as("uma", "/search/eastern", "scope:all").get(list).then().statusCode(400);
        as("tom", "/search/east/inner", "scope:all")
                .get(views + "?resource=customers")
                .then()
                .body("items.id", hasItem(id));
        as("tom", "/search/east/inner", "scope:all")
                .delete(views + "/" + id)
                .then()
                .statusCode(403);
        as("sue", sue, "scope:own").delete(views + "/" + id).then().statusCode(204);
        as("sue", sue, "scope:own").get(list).then().statusCode(400);
    }

    @Test
    void savesNoViewThatTheListWouldRefuse() {
        as("sue", null, "scope:own")
                .get("/v1/customers/views?resource=nothing")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("saved-view.resource"));
        for (var wrong : List.of(view(",\"filter\":\"nothing==1\""), view(",\"sort\":\"nothing\""))) {
            as("sue", null, "scope:own")
                    .body(wrong)
                    .post("/v1/customers/views")
                    .then()
                    .statusCode(400);
        }
        for (var wrong : List.of(
                view(",\"filter\":\"phone==13812345678\""),
                view(",\"q\":\"13812345678\""),
                view(",\"columns\":[\"nothing\"]"),
                view("").replace("customers", "nothing"))) {
            as("sue", null, "scope:own")
                    .body(wrong)
                    .post("/v1/customers/views")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void leavesNothingOutOfWhatIsFoundOften() {
        var all = 1_100;
        var rows = new StringBuilder("externalId,name,phone\n");
        for (var index = 0; index < all; index++) {
            rows.append("w%d,麦浪 %04d,139%04d7531\n".formatted(index, all - index, index));
        }
        var caller = Tokens.of(
                "wendy",
                "/search/many",
                "scope:own",
                "customer:read",
                "customer:import",
                "customer:export",
                "pii:read");
        String job = given().auth()
                .oauth2(caller)
                .multiPart("file", "rows.csv", rows.toString().getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "create")
                .post("/v1/customers/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().auth().oauth2(caller).get(job).path("finishedAt") != null);

        for (var typed : List.of("麦浪", "7531")) {
            for (var count : List.of("exact", "estimate")) {
                given().auth()
                        .oauth2(caller)
                        .get("/v1/customers?limit=1&q=" + typed + "&count=" + count)
                        .then()
                        .body("count.value", equalTo(all))
                        .body("count.atLeast", equalTo(false));
            }
            assertThat(names(caller, "/v1/customers?limit=200&q=" + typed + "&sort=name"))
                    .hasSize(all)
                    .isSorted();
            assertThat(names(caller, "/v1/customers?limit=200&q=" + typed))
                    .hasSize(all)
                    .doesNotHaveDuplicates();
            assertThat(given().auth()
                            .oauth2(caller)
                            .accept("text/csv")
                            .get("/v1/customers?q=" + typed)
                            .asString()
                            .lines())
                    .hasSize(all + 1);
        }
    }

    private static List<String> names(String caller, String path) {
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var page = given().auth().oauth2(caller).get(path + (cursor == null ? "" : "&cursor=" + cursor));
            names.addAll(page.path("items.name"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return names;
    }
}
