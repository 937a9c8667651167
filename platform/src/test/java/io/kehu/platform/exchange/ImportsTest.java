package io.kehu.platform.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportsTest {

    @Inject
    AgroalDataSource database;

    @Inject
    NoteImport notes;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void importsAFileWithOneEventPerRecord() throws SQLException {
        var job = imported(
                "anna", file("externalId,number,text,written at", "1,#1,first,2020-01-01", "2,#2,second,"), "create");

        assertThat(job.<Map<String, Object>>get("$"))
                .containsEntry("status", "COMPLETED")
                .containsEntry("rowsTotal", 2)
                .containsEntry("rowsRead", 2)
                .containsEntry("created", 2)
                .containsEntry("rejected", 0)
                .containsEntry("createdBy", "anna")
                .containsEntry("encoding", "UTF-8");
        assertThat(rows("select n.text, e.type, e.actor, e.origin, e.cause, e.historical, e.occurred_at < '2021-01-01'"
                        + " from note n join event e on e.aggregate_id = n.id where n.number like ? order by n.number"))
                .containsExactly(
                        "first|activity.logged|anna|IMPORT|import:" + job.getString("id") + "|t|t",
                        "second|activity.logged|anna|IMPORT|import:" + job.getString("id") + "|f|f");
        assertThat(rows("select x.source, x.external_id from external_id x join note n on n.id = x.aggregate_id"
                        + " where n.number like ? order by n.number"))
                .containsExactly("import|" + run + "-1", "import|" + run + "-2");
        assertThat(rows("select count(*) from import_piece where job_id = '" + job.getString("id") + "' and ? <> ''"))
                .containsExactly("0");
    }

    @Test
    void changesNothingWhenAFileComesAgain() throws SQLException {
        var first = imported("anna", file("externalId,number,text", "1,#1,first", "2,#2,second"), "upsert");
        assertThat(first.getInt("created")).isEqualTo(2);

        var again =
                imported("anna", file("externalId,number,text", "1,#1,first", "2,#2,changed", "3,#3,third"), "upsert");

        assertThat(List.of(again.getInt("unchanged"), again.getInt("updated"), again.getInt("created")))
                .containsExactly(1, 1, 1);
        assertThat(rows("select n.text, n.version from note n where n.number like ? order by n.number"))
                .containsExactly("first|1", "changed|2", "third|1");
    }

    @Test
    void changesOnlyTheColumnsOfTheFile() throws SQLException {
        imported("anna", file("externalId,number,text", "1,#1,first"), "create");

        var job = imported("anna", file("externalId,text", "1,changed", "9,none"), "update");

        assertThat(job.getInt("updated")).isEqualTo(1);
        assertThat(errors("anna", job)).contains("import.record-missing");
        assertThat(rows("select n.number, n.text from note n where n.number like ?"))
                .containsExactly(run + "-#1|changed");
    }

    @Test
    void keepsGoodRowsAndGivesTheBadOnesBackToBeCorrected() throws SQLException {
        var csv = file(
                "externalId;number;text;priority;",
                "1;#1;good;1;",
                "2;#2;\"bad \"quotes\" here\";2",
                "3;#3;good;high",
                "4;#4;;4",
                "5;#5;forbidden;5",
                "6;#6;\"two",
                "lines\";6;;;",
                ";;;",
                "7;#7;good;-1");
        var job = imported("anna", csv, "upsert");

        assertThat(List.of(
                        job.getInt("rowsTotal"), job.getInt("rowsRead"), job.getInt("created"), job.getInt("rejected")))
                .containsExactly(7, 7, 2, 5);
        var errors = errors("anna", job);
        assertThat(errors.lines())
                .hasSize(6)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("\ufeffexternalId;number;text;priority;;Import row;Import errors"),
                        line -> assertThat(line).contains(";3;", "import.quotes"),
                        line -> assertThat(line)
                                .contains(";4;", "priority: 'high' is no whole number. (value.integer)"),
                        line -> assertThat(line).contains(";5;", "text: ", "(field.not-blank)"),
                        line -> assertThat(line).contains(";6;", "field.type"),
                        line -> assertThat(line).contains(";9;", "priority: ", "(field.positive-or-zero)"));

        var corrected = errors.replace("high", "3")
                .replace(";-1;", ";1;")
                .replace("#4;;", "#4;now there;")
                .replace("forbidden", "allowed")
                .replace("\"\"\"bad \"\"quotes\"\" here\"\"\"", "\"good quotes\"");
        var second = imported("anna", corrected, "upsert");

        assertThat(List.of(second.getInt("created"), second.getInt("rejected"))).containsExactly(5, 0);
        assertThat(rows("select n.text from note n where n.number like ? order by n.number"))
                .containsExactly("good", "good quotes", "good", "now there", "allowed", "two\nlines", "good");
    }

    @Test
    void isolatesRowsThatOnlyTheDatabaseRefuses() throws SQLException {
        var lines = IntStream.range(0, 40)
                .mapToObj(row -> row + ",#" + row % 39 + ",text " + row)
                .toList();

        var job = imported("anna", file("externalId,number,text", lines.toArray(String[]::new)), "create");

        assertThat(List.of(job.getInt("created"), job.getInt("rejected"))).containsExactly(39, 1);
        assertThat(errors("anna", job)).contains("conflict.unique");
        assertThat(rows("select count(*) from event e join note n on n.id = e.aggregate_id where n.number like ?"))
                .containsExactly("39");
    }

    @Test
    void storesNothingInADryRunButFindsWhatWouldBeRejected() throws SQLException {
        var lines = IntStream.range(0, 1300)
                .mapToObj(row -> row % 1250 + ",#" + row + ",text " + row)
                .toList();
        var job = imported(
                "anna",
                file("externalId,number,text", lines.toArray(String[]::new)),
                "create",
                Map.of("dryRun", "true"));

        assertThat(job.getBoolean("dryRun")).isTrue();
        assertThat(List.of(job.getInt("created"), job.getInt("rejected"))).containsExactly(1250, 50);
        assertThat(rows("select count(*) from note n where n.number like ?")).containsExactly("0");
        assertThat(rows("select count(*) from external_id x where x.external_id like ?"))
                .containsExactly("0");
    }

    @Test
    void joinsTheNeighbouringRowsOfARecord() throws SQLException {
        var job = imported(
                "anna",
                file("externalId,number,text", "1,#1,first", "1,#1,second", "2,#2,only", "1,#1,late"),
                "create");

        assertThat(List.of(job.getInt("rowsRead"), job.getInt("created"), job.getInt("rejected")))
                .containsExactly(4, 2, 1);
        assertThat(rows("select n.text from note n where n.number like ? order by n.number"))
                .containsExactly("first\nsecond", "only");
        assertThat(errors("anna", job)).contains("import.group-scattered");
    }

    @Test
    void goesOnWhereItStoodAfterATrouble() throws SQLException {
        notes.away().set(1);
        var lines = IntStream.range(0, 1200)
                .mapToObj(row -> row + ",#" + row + "," + (row == 700 ? "away" : "text"))
                .toList();

        var job = imported("anna", file("externalId,number,text", lines.toArray(String[]::new)), "create");

        assertThat(notes.away().get()).isNegative();
        assertThat(List.of(job.getInt("rowsRead"), job.getInt("created"), job.getInt("rejected")))
                .containsExactly(1200, 1200, 0);
        assertThat(rows(
                        "select count(*), count(distinct e.aggregate_id) from event e join note n on n.id = e.aggregate_id"
                                + " where n.number like ?"))
                .containsExactly("1200|1200");
    }

    @Test
    void takesOverAJobFromAWorkerThatDied() throws SQLException {
        var job = submit(
                        "anna",
                        file("externalId,number,text", "1,#1,one", "2,#2,two", "3,#3,three"),
                        "create",
                        Map.of())
                .statusCode(202)
                .extract()
                .jsonPath();
        awaitEnd("anna", job.getString("id"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into import_piece select '" + job.getString("id") + "', 0, convert_to('"
                    + file("externalId,number,text", "1,#1,one", "2,#2,two", "3,#3,three", "4,#4,four") + "', 'UTF8')");
            statement.execute(
                    "update import_job set status = 'RUNNING', finished_at = null, position = 4, holder = gen_random_uuid(),"
                            + " held_until = now() - interval '1 second' where id = '" + job.getString("id") + "'");
        }

        assertThat(awaitEnd("anna", job.getString("id")).getInt("created")).isEqualTo(4);
        assertThat(rows("select n.text, n.version from note n where n.number like ? order by n.number"))
                .containsExactly("one|1", "two|1", "three|1", "four|1");
    }

    @Test
    void readsWhatASpreadsheetInChinaSaves() throws SQLException {
        var gbk = Charset.forName("GBK");
        var csv = file("外部编号,编号,内容,优先级", "1,#1,客户拜访,高", "2,#2,电话沟通,1");
        var id = given(as("anna"))
                .header("Accept-Language", "zh-CN")
                .multiPart("file", "notes.csv", csv.getBytes(gbk), "text/csv")
                .multiPart("mode", "create")
                .multiPart("mapping", "{\"values\":{\"priority\":{\"低\":\"0\"}}}")
                .post("/v1/notes/imports")
                .then()
                .statusCode(202)
                .body("encoding", equalTo("GB18030"), "fileName", equalTo("notes.csv"))
                .extract()
                .<String>path("id");

        assertThat(awaitEnd("anna", id).getInt("created")).isEqualTo(1);
        var errors = given(as("anna"))
                .get("/v1/notes/imports/" + id + "/errors")
                .then()
                .extract()
                .asByteArray();
        assertThat(new String(errors, gbk).lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("外部编号,编号,内容,优先级,导入行号,导入错误"),
                        line -> assertThat(line).contains("客户拜访", "优先级: “高”不是整数。(value.integer)".replace("(", " (")));
    }

    @Test
    void refusesAFileWithColumnsThatNobodyUnderstands() throws SQLException {
        submit("anna", file("externalId,number,text,colour", "1,#1,first,red"), "create", Map.of())
                .statusCode(422)
                .body("code", equalTo("import.columns"))
                .body("errors.field", contains("colour"))
                .body("errors.code", contains("import.heading-unknown"));
        submit(
                        "anna",
                        file("externalId,number,text", "1,#1,a"),
                        "create",
                        Map.of("mapping", "{\"constants\":{\"taste\":\"x\"}}"))
                .statusCode(422)
                .body("errors.field", contains("mapping.constants.taste"));
        submit("anna", file("number,text", "#1,a"), "upsert", Map.of())
                .statusCode(422)
                .body("errors.field", contains("externalId"));
        submit("anna", file("externalId,number,text"), "create", Map.of())
                .statusCode(422)
                .body("code", equalTo("import.file-empty"));
        assertThat(rows("select count(*) from note n where n.number like ?")).containsExactly("0");
    }

    @Test
    void refusesARequestThatItDoesNotUnderstand() {
        var csv = file("externalId,number,text", "1,#1,a");
        submit("anna", csv, "create", Map.of("dryrun", "true"))
                .statusCode(400)
                .body("errors.field", contains("dryrun"));
        submit("anna", csv, "create", Map.of("dryRun", "yes")).statusCode(400).body("errors.field", contains("dryRun"));
        submit("anna", csv, "replace", Map.of()).statusCode(400).body("errors.field", contains("mode"));
        submit("anna", csv, "create", Map.of("mapping", "{\"colums\":{}}"))
                .statusCode(400)
                .body("errors.field", contains("colums"));
        submit("anna", csv, "create", Map.of("mapping", "{"))
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        given(as("anna"))
                .multiPart("mode", "create")
                .post("/v1/notes/imports")
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
        given(as("anna"))
                .multiPart("file", "a.xlsx", new byte[] {'P', 'K', 3, 4})
                .multiPart("mode", "create")
                .post("/v1/notes/imports")
                .then()
                .statusCode(422)
                .body("code", equalTo("import.spreadsheet"));
        given(as("anna")).get("/v1/notes/imports?limit=0").then().statusCode(400);
        given(as("anna"))
                .get("/v1/notes/imports?cursor=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void showsAJobToItsUploaderAndToWhoeverSeesAllRows() {
        var job = imported("anna", file("externalId,number,text", "1,#1,"), "create");
        var path = "/v1/notes/imports/" + job.getString("id");

        given().get(path).then().statusCode(401);
        given().auth().oauth2(Tokens.own("anna")).get(path).then().statusCode(403);
        given(as("bert")).get(path).then().statusCode(404);
        given(as("bert")).get(path + "/errors").then().statusCode(404);
        given(as("bert"))
                .get("/v1/notes/imports")
                .then()
                .body("items.id", org.hamcrest.Matchers.not(hasItem(job.getString("id"))));
        given(as("anna"))
                .get("/v1/notes/imports")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(job.getString("id")));
        given().auth()
                .oauth2(Tokens.all("carl", "note:import"))
                .get(path)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.all("carl", "note:import"))
                .get(path + "/errors")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.all("carl", "note:import", "pii:read"))
                .get(path + "/errors")
                .then()
                .statusCode(200);
    }

    @Test
    void writesWithTheRightsOfTheUploader() throws SQLException {
        imported("anna", file("externalId,number,text", "1,#1,mine"), "create");

        var job = imported("bert", file("externalId,number,text", "1,#1,stolen", "2,#2,own"), "upsert");

        assertThat(List.of(job.getInt("created"), job.getInt("updated"), job.getInt("rejected")))
                .containsExactly(1, 0, 1);
        assertThat(errors("bert", job)).contains("external-id.taken");
        assertThat(rows("select n.owner, n.text from note n where n.number like ? order by n.number"))
                .containsExactly("anna|mine", "bert|own");
    }

    @Test
    void startsOneJobHoweverOftenARequestIsRepeated() {
        var csv = file("externalId,number,text", "1,#1,a");
        var ids = new ArrayList<String>();
        for (var attempt = 0; attempt < 2; attempt++) {
            ids.add(given(as("anna"))
                    .header("Idempotency-Key", run)
                    .multiPart("file", "notes.csv", csv.getBytes(UTF_8))
                    .multiPart("mode", "create")
                    .post("/v1/notes/imports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id"));
        }

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
    }

    @Test
    void pagesThroughTheJobs() {
        var dora = "dora-" + run;
        var ids = new ArrayList<String>();
        for (var index = 0; index < 3; index++) {
            ids.addFirst(imported(dora, file("externalId,number,text", index + ",#" + index + ",a"), "create")
                    .getString("id"));
        }

        var first = given(as(dora))
                .get("/v1/notes/imports?limit=2")
                .then()
                .extract()
                .jsonPath();
        var second = given(as(dora))
                .get("/v1/notes/imports?limit=2&cursor=" + first.getString("nextCursor"))
                .then()
                .extract()
                .jsonPath();

        assertThat(first.getList("items.id", String.class)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(second.getList("items.id", String.class)).containsExactlyElementsOf(ids.subList(2, 3));
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void describesItselfInTheOpenApiDocument() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/v1/notes/imports'.post.requestBody.content.'multipart/form-data'.schema.properties.keySet()",
                        org.hamcrest.Matchers.containsInAnyOrder("file", "mode", "mapping", "dryRun"));
    }

    /** Ids and numbers of this test begin with its own mark. */
    private String file(String headings, String... lines) {
        return headings + "\n"
                + IntStream.range(0, lines.length)
                        .mapToObj(index ->
                                lines[index].replaceFirst("^(?=\\d)", run + "-").replaceFirst("#", run + "-#"))
                        .collect(Collectors.joining("\n"));
    }

    private static RequestSpecification as(String username) {
        return given().auth().oauth2(Tokens.own(username, "note:import"));
    }

    private static io.restassured.response.ValidatableResponse submit(
            String username, String csv, String mode, Map<String, String> parts) {
        var request = given(as(username))
                .multiPart("file", "notes.csv", csv.getBytes(UTF_8), "text/csv")
                .multiPart("mode", mode);
        parts.forEach(request::multiPart);
        return request.post("/v1/notes/imports").then();
    }

    private static JsonPath imported(String username, String csv, String mode) {
        return imported(username, csv, mode, Map.of());
    }

    private static JsonPath imported(String username, String csv, String mode, Map<String, String> parts) {
        var started = submit(username, csv, mode, parts)
                .statusCode(202)
                .header("Location", containsString("/v1/notes/imports/"))
                .extract();
        return awaitEnd(username, started.path("id"));
    }

    private static JsonPath awaitEnd(String username, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> given(as(username))
                                .get("/v1/notes/imports/" + id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        job -> List.of("COMPLETED", "FAILED").contains(job.getString("status")));
    }

    private static String errors(String username, JsonPath job) {
        var content = given(as(username))
                .get("/v1/notes/imports/" + job.getString("id") + "/errors")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("errors-"))
                .extract()
                .asByteArray();
        return new String(content, UTF_8);
    }

    /** The rows of a query whose one parameter is the pattern of this test's numbers, columns joined. */
    private List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, run + "-%");
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var columns = new ArrayList<String>();
                    for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        columns.add(rows.getString(column));
                    }
                    found.add(String.join("|", columns));
                }
            }
            return found;
        }
    }
}
