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
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportsTest {

    @Inject
    AgroalDataSource database;

    private NoteFiles files;

    @BeforeEach
    void markFiles() {
        files = new NoteFiles(database);
    }

    @Test
    void importsAFileWithOneEventPerRecord() throws SQLException {
        var job = imported(
                "anna",
                files.file("externalId,number,text,written at", "1,#1,first,2020-01-01", "2,#2,second,"),
                "create");

        assertThat(job.<Map<String, Object>>get("$"))
                .containsEntry("status", "COMPLETED")
                .containsEntry("rowsTotal", 2)
                .containsEntry("rowsRead", 2)
                .containsEntry("created", 2)
                .containsEntry("rejected", 0)
                .containsEntry("createdBy", "anna")
                .containsEntry("encoding", "UTF-8");
        assertThat(
                        files.rows(
                                "select n.text, e.type, e.actor, e.origin, e.cause, e.historical, e.occurred_at < '2021-01-01'"
                                        + " from note n join event e on e.aggregate_id = n.id where n.number like ? order by n.number"))
                .containsExactly(
                        "first|activity.logged|anna|IMPORT|import:" + job.getString("id") + "|t|t",
                        "second|activity.logged|anna|IMPORT|import:" + job.getString("id") + "|f|f");
        assertThat(files.rows("select x.source, x.external_id from external_id x join note n on n.id = x.aggregate_id"
                        + " where n.number like ? order by n.number"))
                .containsExactly("import|" + files.mark() + "-1", "import|" + files.mark() + "-2");
        assertThat(files.rows(
                        "select count(*) from import_piece where job_id = '" + job.getString("id") + "' and ? <> ''"))
                .containsExactly("0");
    }

    @Test
    void createsRecordsThatHaveNoKeyInAnotherSystem() throws SQLException {
        var job = imported("anna", files.file("number,text", "#1,first", "#2,second"), "create");
        assertThat(numbers(job, "created", "rejected")).containsExactly(2, 0);
    }

    @Test
    void changesNothingWhenAFileComesAgain() throws SQLException {
        var first = imported("anna", files.file("externalId,number,text", "1,#1,first", "2,#2,second"), "upsert");
        assertThat(first.getInt("created")).isEqualTo(2);

        var again = imported(
                "anna", files.file("externalId,number,text", "1,#1,first", "2,#2,changed", "3,#3,third"), "upsert");

        assertThat(numbers(again, "unchanged", "updated", "created")).containsExactly(1, 1, 1);
        assertThat(files.rows("select n.text, n.version from note n where n.number like ? order by n.number"))
                .containsExactly("first|1", "changed|2", "third|1");
    }

    @Test
    void changesOnlyTheColumnsOfTheFile() throws SQLException {
        imported("anna", files.file("externalId,number,text", "1,#1,first"), "create");

        var job = imported("anna", files.file("externalId,text", "1,changed", "9,none"), "update");

        assertThat(job.getInt("updated")).isEqualTo(1);
        assertThat(errors("anna", job)).contains("import.record-missing");
        assertThat(files.rows("select n.number, n.text from note n where n.number like ?"))
                .containsExactly(files.mark() + "-#1|changed");
    }

    @Test
    void keepsGoodRowsAndGivesTheBadOnesBackToBeCorrected() throws SQLException {
        var csv = files.file(
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

        assertThat(numbers(second, "created", "rejected")).containsExactly(5, 0);
        assertThat(files.rows("select n.text from note n where n.number like ? order by n.number"))
                .containsExactly("good", "good quotes", "good", "now there", "allowed", "two\nlines", "good");
    }

    @Test
    void joinsTheNeighbouringRowsOfARecord() throws SQLException {
        var job = imported(
                "anna",
                files.file("externalId,number,text", "1,#1,first", "1,#1,second", "2,#2,only", "1,#1,late"),
                "create");

        assertThat(numbers(job, "rowsRead", "created", "rejected")).containsExactly(4, 2, 1);
        assertThat(files.rows("select n.text from note n where n.number like ? order by n.number"))
                .containsExactly("first\nsecond", "only");
        assertThat(errors("anna", job)).contains("import.group-scattered");
    }

    @Test
    void readsWhatASpreadsheetInChinaSaves() throws SQLException {
        var gbk = Charset.forName("GBK");
        var csv = files.file("外部编号,编号,内容,优先级", "1,#1,客户拜访,高", "2,#2,电话沟通,1", "3,#3,上门,-1");
        var id = given(as("anna"))
                .header("Accept-Language", "zh-CN")
                .multiPart("file", "notes.csv", csv.getBytes(gbk), "text/csv")
                .multiPart("mode", "create")
                .multiPart("mapping", "{\"values\":{\"priority\":{\"低\":\"0\"}}}")
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .body("encoding", equalTo("GB18030"), "fileName", equalTo("notes.csv"))
                .extract()
                .<String>path("id");

        assertThat(awaitEnd("anna", id).getInt("created")).isEqualTo(1);
        var errors = given(as("anna"))
                .get(IMPORTS + "/" + id + "/errors")
                .then()
                .extract()
                .asByteArray();
        assertThat(new String(errors, gbk).lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("外部编号,编号,内容,优先级,导入行号,导入错误"),
                        line -> assertThat(line).contains("客户拜访", "优先级: “高”不是整数。(value.integer)".replace("(", " (")),
                        line -> assertThat(line).contains("上门", "优先级: 必须是正数或零 (field.positive-or-zero)"));
    }

    @Test
    void writesWithTheRightsOfTheUploader() throws SQLException {
        imported("anna", files.file("externalId,number,text", "1,#1,mine"), "create");

        var job = imported("bert", files.file("externalId,number,text", "1,#1,stolen", "2,#2,own"), "upsert");

        assertThat(numbers(job, "created", "updated", "rejected")).containsExactly(1, 0, 1);
        assertThat(errors("bert", job)).contains("external-id.taken");
        assertThat(files.rows("select n.owner, n.text from note n where n.number like ? order by n.number"))
                .containsExactly("anna|mine", "bert|own");
    }
}
