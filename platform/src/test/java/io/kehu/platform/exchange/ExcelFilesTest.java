package io.kehu.platform.exchange;

import static io.kehu.platform.exchange.NoteFiles.IMPORTS;
import static io.kehu.platform.exchange.NoteFiles.as;
import static io.kehu.platform.exchange.NoteFiles.awaitEnd;
import static io.kehu.platform.exchange.NoteFiles.numbers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.table.SheetText;
import io.kehu.platform.table.TableType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as Excel in China saves them. */
@QuarkusTest
class ExcelFilesTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    private NoteFiles files;

    @BeforeEach
    void markFiles() {
        files = new NoteFiles(database);
    }

    private static JsonPath sent(String name, byte[] content) {
        String id = given(as("anna"))
                .header("Accept-Language", "zh-CN")
                .multiPart("file", name, content)
                .multiPart("mode", "upsert")
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return awaitEnd("anna", id);
    }

    private static byte[] errors(JsonPath job) {
        return given(as("anna"))
                .get(IMPORTS + "/" + job.getString("id") + "/errors")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void takesEveryGoodRowOfAnUntidyFileAndExplainsTheOthers() throws SQLException {
        var text = files.file(
                "外部编号,编号,内容,优先级,时间,,",
                "1,#1,\"第一行\n第二行\",1,2026-1-5,,",
                "2,#2,公司,2,2026/01/05 8:30,,",
                "3,#3,公司,3,2026年1月5日,,",
                "4,#4,公司,4,20260105,,",
                "5,#5,公司,5,46027,,",
                "6,#6,公司,6,05.01.2026,,",
                "7,#7,公司,很高,2026-1-5,,",
                "8,#8,,8,2026-1-5,,",
                "9,#9,公司,9,2026-2-30,,",
                "1,#1,\"第一行\n第二行\",1,2026-1-5,,",
                ",,,,,,");
        var first = sent("客户.csv", text.replace("\n", "\r\n").getBytes(GBK));

        assertThat(first.getString("encoding")).isEqualTo("GB18030");
        assertThat(numbers(first, "rowsTotal", "created", "unchanged", "rejected"))
                .containsExactly(10, 5, 0, 5);
        assertThat(files.rows("select distinct e.occurred_at at time zone 'Asia/Shanghai' from note n"
                        + " join event e on e.aggregate_id = n.id where n.number like ? order by 1"))
                .containsExactly("2026-01-05 00:00:00", "2026-01-05 08:30:00");
        var errors = new String(errors(first), GBK);
        assertThat(errors.replace("第一行\r\n", "第一行 ").lines().toList())
                .hasSize(6)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("外部编号,编号,内容,优先级,时间").endsWith("导入行号,导入错误"),
                        line -> assertThat(line).contains(",7,", "时间: ", "05.01.2026"),
                        line -> assertThat(line).contains(",8,", "优先级: ", "很高"),
                        line -> assertThat(line).contains(",9,", "内容: "),
                        line -> assertThat(line).contains(",10,", "时间: ", "2026-2-30"),
                        line -> assertThat(line).contains("第一行"));

        var again = sent("客户.csv", text.replace("\n", "\r\n").getBytes(GBK));
        assertThat(numbers(again, "created", "updated", "unchanged", "rejected"))
                .containsExactly(0, 0, 5, 5);

        var corrected = errors.replace("05.01.2026", "2026.1.5")
                .replaceFirst("很高", "7")
                .replace(files.mark() + "-#8,,", files.mark() + "-#8,补上,")
                .replaceFirst("2026-2-30", "2026-2-28");
        var last = sent("更正.csv", corrected.getBytes(GBK));
        assertThat(numbers(last, "created", "rejected")).containsExactly(4, 0);
        assertThat(numbers(last, "unchanged")).containsExactly(1);
    }

    @Test
    void takesWorkbooksAndGivesTheBadRowsBackAsOne() throws IOException {
        var out = new ByteArrayOutputStream();
        var workbook = new Workbook(out, "Test", "1.0");
        var sheet = workbook.newWorksheet("数据");
        var headings = List.of("外部编号", "编号", "内容", "优先级", "时间");
        for (var column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
        }
        for (var row = 1; row <= 3; row++) {
            sheet.value(row, 0, files.mark() + "-" + row);
            sheet.value(row, 1, files.mark() + "-#" + row);
            sheet.value(row, 2, row == 3 ? null : "内容");
            sheet.value(row, 3, row);
            sheet.value(row, 4, LocalDate.of(2026, 1, 5));
            sheet.style(row, 4).format("yyyy\"年\"m\"月\"d\"日\"").set();
        }
        workbook.finish();

        var job = sent("客户.xlsx", out.toByteArray());

        assertThat(numbers(job, "created", "rejected")).containsExactly(2, 1);
        Files.write(folder.resolve("errors.xlsx"), errors(job));
        SheetText.write(folder.resolve("errors.xlsx"), folder.resolve("errors.csv"));
        assertThat(Files.readAllLines(folder.resolve("errors.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(files.mark() + "-3," + files.mark() + "-#3,,3,2026-01-05T00:00:00,4,内容: ");
    }

    @Test
    void refusesBrokenWorkbooksAsAWhole() {
        given(as("anna"))
                .multiPart("file", "a.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0})
                .multiPart("mode", "upsert")
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("import.workbook-unreadable"));
    }

    @Test
    void givesTemplatesWithInstructionsAndTheHeadingsThatImportsKnow() throws IOException {
        var workbook = given(as("anna"))
                .header("Accept-Language", "zh-CN")
                .accept(TableType.XLSX_MEDIA_TYPE)
                .get(IMPORTS + "/template")
                .then()
                .statusCode(200)
                .contentType(TableType.XLSX_MEDIA_TYPE)
                .extract()
                .asByteArray();
        Files.write(folder.resolve("t.xlsx"), workbook);
        try (var book = new ReadableWorkbook(folder.resolve("t.xlsx").toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("数据", "说明", "lists");
        }
        SheetText.write(folder.resolve("t.xlsx"), folder.resolve("t.csv"));
        assertThat(Files.readAllLines(folder.resolve("t.csv"))).containsExactly("外部编号,外部来源,编号*,内容*,优先级,时间");
        assertThat(given(as("anna"))
                        .accept(TableType.CSV_MEDIA_TYPE)
                        .get(IMPORTS + "/template")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo("\ufeffExternal id,External source,Number*,Text*,Priority,Written at\r\n");
    }
}
