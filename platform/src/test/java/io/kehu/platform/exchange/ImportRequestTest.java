package io.kehu.platform.exchange;

import static io.kehu.platform.exchange.NoteFiles.IMPORTS;
import static io.kehu.platform.exchange.NoteFiles.as;
import static io.kehu.platform.exchange.NoteFiles.imported;
import static io.kehu.platform.exchange.NoteFiles.submit;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportRequestTest {

    @Inject
    AgroalDataSource database;

    private NoteFiles files;

    @BeforeEach
    void markFiles() {
        files = new NoteFiles(database);
    }

    @Test
    void refusesABodyThatIsNoForm() {
        var asText = encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT);
        as("anna")
                .config(RestAssured.config().encoderConfig(asText))
                .contentType("multipart/form-data; boundary=x")
                .body("no form")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("request.form-malformed"));
    }

    @Test
    void refusesAFileWithColumnsThatNobodyUnderstands() throws SQLException {
        submit("anna", files.file("externalId,number,text,colour", "1,#1,first,red"), "create", Map.of())
                .statusCode(422)
                .body("code", equalTo("import.columns"))
                .body("errors.field", contains("colour"))
                .body("errors.code", contains("import.heading-unknown"));
        submit(
                        "anna",
                        files.file("externalId,number,text", "1,#1,a"),
                        "create",
                        Map.of("mapping", "{\"constants\":{\"taste\":\"x\"}}"))
                .statusCode(422)
                .body("errors.field", contains("mapping.constants.taste"));
        submit("anna", files.file("number,text", "#1,a"), "upsert", Map.of())
                .statusCode(422)
                .body("errors.field", contains("externalId"));
        submit("anna", files.file("externalId,number,text"), "create", Map.of())
                .statusCode(422)
                .body("code", equalTo("import.file-empty"));
        assertThat(files.rows("select count(*) from note n where n.number like ?"))
                .containsExactly("0");
    }

    @Test
    void refusesARequestThatItDoesNotUnderstand() {
        var csv = files.file("externalId,number,text", "1,#1,a");
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
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("file"));
        given(as("anna"))
                .multiPart("file", "a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                .multiPart("mode", "create")
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("import.spreadsheet"));
        given(as("anna")).get(IMPORTS + "?limit=0").then().statusCode(400);
        given(as("anna")).get(IMPORTS + "?cursor=x").then().statusCode(400).body("code", equalTo("cursor.invalid"));
    }

    @Test
    void showsAJobToItsUploaderAndToWhoeverSeesAllRows() {
        var job = imported("anna", files.file("externalId,number,text", "1,#1,"), "create");
        var path = IMPORTS + "/" + job.getString("id");

        given().get(path).then().statusCode(401);
        given().auth().oauth2(Tokens.own("anna")).get(path).then().statusCode(403);
        given(as("bert")).get(path).then().statusCode(404);
        given(as("bert")).get(path + "/errors").then().statusCode(404);
        given(as("bert")).get(IMPORTS).then().body("items.id", not(hasItem(job.getString("id"))));
        given(as("anna")).get(IMPORTS).then().statusCode(200).body("items.id", hasItem(job.getString("id")));
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
    void startsOneJobHoweverOftenARequestIsRepeated() {
        var csv = files.file("externalId,number,text", "1,#1,a");
        var ids = new ArrayList<String>();
        for (var attempt = 0; attempt < 2; attempt++) {
            ids.add(given(as("anna"))
                    .header("Idempotency-Key", files.mark())
                    .multiPart("file", "notes.csv", csv.getBytes(UTF_8))
                    .multiPart("mode", "create")
                    .post(IMPORTS)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id"));
        }

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
    }

    @Test
    void pagesThroughTheJobs() {
        var dora = "dora-" + files.mark();
        var ids = new ArrayList<String>();
        for (var index = 0; index < 3; index++) {
            ids.addFirst(imported(dora, files.file("externalId,number,text", index + ",#" + index + ",a"), "create")
                    .getString("id"));
        }

        var first = given(as(dora)).get(IMPORTS + "?limit=2").then().extract().jsonPath();
        var second = given(as(dora))
                .get(IMPORTS + "?limit=2&cursor=" + first.getString("nextCursor"))
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
                        containsInAnyOrder("file", "mode", "mapping", "dryRun"));
    }
}
