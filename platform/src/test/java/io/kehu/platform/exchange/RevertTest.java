package io.kehu.platform.exchange;

import static io.kehu.platform.exchange.NoteFiles.IMPORTS;
import static io.kehu.platform.exchange.NoteFiles.as;
import static io.kehu.platform.exchange.NoteFiles.awaitEnd;
import static io.kehu.platform.exchange.NoteFiles.errors;
import static io.kehu.platform.exchange.NoteFiles.imported;
import static io.kehu.platform.exchange.NoteFiles.numbers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevertTest {

    @Inject
    AgroalDataSource database;

    @Inject
    OldImportsJob oldImports;

    private NoteFiles files;

    @BeforeEach
    void markFiles() {
        files = new NoteFiles(database);
    }

    private static JsonPath reverted(String username, JsonPath job) {
        String id = given(as(username))
                .post(IMPORTS + "/" + job.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .body("kind", equalTo("REVERT"), "reverts", equalTo(job.getString("id")))
                .extract()
                .path("id");
        return awaitEnd(username, id);
    }

    @Test
    void leavesTheStateBefore() throws SQLException {
        imported("anna", files.file("externalId,number,text", "1,#1,before"), "create");
        var csv = files.file("externalId,number,text", "1,#1,after", "2,#2,new");
        var job = imported("anna", csv, "upsert");
        assertThat(numbers(job, "updated", "created")).containsExactly(1, 1);

        var revert = reverted("anna", job);

        assertThat(numbers(revert, "rowsTotal", "rowsRead", "removed", "updated", "rejected"))
                .containsExactly(2, 2, 1, 1, 0);
        assertThat(files.rows("select text, version, deleted_at is null from note where number like ? order by number"))
                .containsExactly("before|3|t", "new|2|f");
        assertThat(files.rows("select e.type, e.origin, e.cause from note n join event e on e.aggregate_id = n.id"
                        + " where n.number like ? and e.cause = 'import:" + revert.getString("id")
                        + "' order by n.number"))
                .containsExactly(
                        "activity.updated|IMPORT|import:" + revert.getString("id"),
                        "activity.deleted|IMPORT|import:" + revert.getString("id"));
        assertThat(files.rows("select x.external_id from external_id x join note n on n.id = x.aggregate_id"
                        + " where n.number like ?"))
                .containsExactly(files.mark() + "-1");
        assertThat(numbers(reverted("anna", job), "rowsTotal")).containsExactly(0);
    }

    @Test
    void leavesAndListsWhatHasBeenChangedSince() throws SQLException {
        var job = imported("anna", files.file("externalId,number,text", "1,#1,one", "2,#2,two"), "create");
        imported("anna", files.file("externalId,text", "1,changed"), "update");

        var revert = reverted("anna", job);

        assertThat(numbers(revert, "removed", "rejected")).containsExactly(1, 1);
        assertThat(errors("anna", revert)).contains(files.mark() + "-#1", "import.revert-changed");
        assertThat(files.rows("select text from note where number like ? and deleted_at is null"))
                .containsExactly("changed");
    }

    @Test
    void takesBackManyChunksAndOnlyRealImports() throws SQLException {
        var lines = IntStream.range(1000, 2300)
                .mapToObj(index -> index + ",#" + index + ",text")
                .toArray(String[]::new);
        var csv = files.file("externalId,number,text", lines);
        var dry = imported("anna", csv, "create", Map.of("dryRun", "true"));
        given(as("anna"))
                .post(IMPORTS + "/" + dry.getString("id") + "/revert")
                .then()
                .statusCode(409)
                .body("code", equalTo("import.not-revertible"));
        var job = imported("anna", csv, "create");
        given(as("ben"))
                .post(IMPORTS + "/" + job.getString("id") + "/revert")
                .then()
                .statusCode(404);
        assertThat(numbers(reverted("anna", job), "removed", "rejected")).containsExactly(1300, 0);
        assertThat(files.rows("select count(*) from note where number like ? and deleted_at is null"))
                .containsExactly("0");
    }

    @Test
    void stopsAJobWhenAsked() throws SQLException {
        var lines = IntStream.range(10_000, 40_000)
                .mapToObj(index -> index + ",#" + index + ",text")
                .toArray(String[]::new);
        String id = NoteFiles.submit("anna", files.file("externalId,number,text", lines), "create", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        given(as("ben")).post(IMPORTS + "/" + id + "/cancel").then().statusCode(404);
        given(as("anna")).post(IMPORTS + "/" + id + "/cancel").then().statusCode(200);
        var job = awaitEnd("anna", id);
        assertThat(job.getString("status")).isEqualTo("CANCELED");
        assertThat(job.getInt("created")).isLessThan(30_000);
        assertThat(files.rows("select count(*) from note where number like ?"))
                .containsExactly(String.valueOf(job.getInt("created")));
    }

    @Test
    void forgetsAnImportWhoseTimeIsOver() throws SQLException {
        var job = imported("anna", files.file("externalId,number,text", "1,#1,one"), "create");
        var recent = imported("anna", files.file("externalId,number,text", "2,#2,two"), "create");
        try (var connection = database.getConnection();
                var age = connection.prepareStatement(
                        "update import_job set finished_at = now() - interval '31 days' where id = ?::uuid")) {
            age.setString(1, job.getString("id"));
            age.executeUpdate();
        }
        oldImports.run();
        given(as("anna")).get(IMPORTS + "/" + job.getString("id")).then().statusCode(404);
        given(as("anna")).get(IMPORTS + "/" + recent.getString("id")).then().statusCode(200);
    }
}
