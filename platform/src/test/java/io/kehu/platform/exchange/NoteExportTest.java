package io.kehu.platform.exchange;

import static io.kehu.platform.exchange.NoteFiles.imported;
import static io.kehu.platform.exchange.NoteFiles.numbers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.table.SheetText;
import io.kehu.platform.table.TableType;
import io.kehu.platform.testapp.Notes;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class NoteExportTest {

    private static final String CSV = TableType.CSV_MEDIA_TYPE;

    @Inject
    AgroalDataSource database;

    @Inject
    Notes notes;

    @TempDir
    Path folder;

    private NoteFiles files;

    @BeforeEach
    void markFiles() {
        files = new NoteFiles(database);
    }

    private ValidatableResponse export(String accept, String token) {
        return given().auth()
                .oauth2(token)
                .accept(accept)
                .queryParam("filter", "number==" + files.mark() + "-*")
                .queryParam("sort", "number")
                .get("/v1/notes")
                .then();
    }

    private static String text(ValidatableResponse answer) {
        return new String(answer.statusCode(200).extract().asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void givesTheListAsAFileToWhoeverMayExportIt() {
        imported("anna", files.file("externalId,number,text,priority", "1,#1,=1+1,7", "2,#2,\"远山,软件\",3"), "create");
        var answer = export(CSV, Tokens.own("anna", "note:export"))
                .contentType(startsWith(CSV))
                .header("Content-Disposition", containsString("notes-"));
        var lines = text(answer).lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("\ufeffExternal id,External source,Number,Text,Priority,Phone,Owner,"
                        + "Created at,Created by,Updated at,Updated by");
        assertThat(lines.get(2)).startsWith(files.mark() + "-2,import," + files.mark() + "-#2,\"远山,软件\",3,,anna,");
        assertThat(lines.get(1)).startsWith(files.mark() + "-1,import," + files.mark() + "-#1,'=1+1,7,,anna,");
        export(CSV, Tokens.own("anna", "note:read")).statusCode(403);
        export("application/json", Tokens.own("anna", "note:export")).statusCode(403);
        for (var accept : List.of("*/*", "application/json", "application/json, text/csv;q=0.5")) {
            export(accept, Tokens.own("anna", "note:read")).statusCode(200).contentType("application/json");
        }
    }

    @Test
    void givesOnlyWhatTheCallerSeesAndMasksIt() {
        imported("anna", files.file("externalId,number,text", "1,#1,hers"), "create");
        imported("ben", files.file("externalId,number,text", "2,#2,his"), "create");
        var all = new Caller("anna", null, Scope.ALL, Set.of(), io.kehu.events.Origin.API, null);
        all.run(() -> {
            var request = io.kehu.platform.listing.ListRequest.of("number==" + files.mark() + "-#1", null, 1);
            notes.call(notes.page(request).items().getFirst().id(), "+8613812341234");
        });
        assertThat(text(export(CSV, Tokens.own("anna", "note:export"))))
                .contains(",hers,", "'+86138****1234")
                .doesNotContain("his", "13812341234");
        assertThat(text(export(CSV, Tokens.own("anna", "note:export", "pii:read"))))
                .contains("'+8613812341234");
    }

    @Test
    void goesThroughAListOfManyParts() throws SQLException {
        var lines = IntStream.range(1000, 3500)
                .mapToObj(index -> index + ",#" + index + ",text " + index)
                .toArray(String[]::new);
        imported("anna", files.file("externalId,number,text", lines), "create");
        var exported =
                text(export(CSV, Tokens.own("anna", "note:export"))).lines().toList();
        assertThat(exported).hasSize(2501).doesNotHaveDuplicates();
        given().auth()
                .oauth2(Tokens.own("anna", "note:export"))
                .accept(CSV)
                .get("/v1/notes?limit=5")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"));
        given().auth()
                .oauth2(Tokens.own("anna", "note:export"))
                .accept(CSV)
                .get("/v1/notes?filter=nothing==1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void givesWorkbooksInChineseThatComeBackUnchanged() throws IOException {
        imported("anna", files.file("externalId,number,text", "1,#1,=1+1", "2,#2,'=2"), "create");
        notesWithoutKey();
        var workbook = given().auth()
                .oauth2(Tokens.own("anna", "note:export"))
                .accept(TableType.XLSX_MEDIA_TYPE)
                .header("Accept-Language", "zh-CN")
                .queryParam("filter", "number==" + files.mark() + "-*")
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .contentType(TableType.XLSX_MEDIA_TYPE)
                .extract()
                .asByteArray();
        Files.write(folder.resolve("a.xlsx"), workbook);
        SheetText.write(folder.resolve("a.xlsx"), folder.resolve("a.csv"));
        assertThat(Files.readAllLines(folder.resolve("a.csv")).getFirst())
                .isEqualTo("外部编号,外部来源,编号,内容,优先级,电话,负责人,创建时间,创建人,更新时间,更新人");

        var started = given(NoteFiles.as("anna"))
                .multiPart("file", "notes.xlsx", workbook, TableType.XLSX_MEDIA_TYPE)
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"columns\":{\"优先级\":null,\"电话\":null,\"负责人\":null}}")
                .post(NoteFiles.IMPORTS)
                .then()
                .statusCode(202)
                .body("format", equalTo("XLSX"))
                .extract();
        var job = NoteFiles.awaitEnd("anna", started.path("id"));
        assertThat(numbers(job, "unchanged", "created", "updated", "rejected")).containsExactly(3, 0, 0, 0);
    }

    private void notesWithoutKey() {
        imported("anna", files.file("number,text", "#3,no key"), "create");
    }
}
