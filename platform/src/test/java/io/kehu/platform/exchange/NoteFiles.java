package io.kehu.platform.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.kehu.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of notes as one test sends them; the ids and numbers in them are its own. */
final class NoteFiles {

    static final String IMPORTS = "/v1/notes/imports";

    private final AgroalDataSource database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    NoteFiles(AgroalDataSource database) {
        this.database = database;
    }

    String mark() {
        return mark;
    }

    /** A line begins with the external id; a hash is before the number. */
    String file(String headings, String... lines) {
        return headings + "\n"
                + IntStream.range(0, lines.length)
                        .mapToObj(index -> lines[index]
                                .replaceFirst("^(?=\\d)", mark + "-")
                                .replaceFirst("#", mark + "-#"))
                        .collect(Collectors.joining("\n"));
    }

    static RequestSpecification as(String username) {
        return given().auth().oauth2(Tokens.own(username, "note:import"));
    }

    static ValidatableResponse submit(String username, String csv, String mode, Map<String, String> parts) {
        var request = given(as(username))
                .multiPart("file", "notes.csv", csv.getBytes(UTF_8), "text/csv")
                .multiPart("mode", mode);
        parts.forEach(request::multiPart);
        return request.post(IMPORTS).then();
    }

    /** The job when it has ended. */
    static JsonPath imported(String username, String csv, String mode) {
        return imported(username, csv, mode, Map.of());
    }

    static JsonPath imported(String username, String csv, String mode, Map<String, String> parts) {
        var started = submit(username, csv, mode, parts)
                .statusCode(202)
                .header("Location", containsString(IMPORTS + "/"))
                .extract();
        return awaitEnd(username, started.path("id"));
    }

    static JsonPath awaitEnd(String username, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> given(as(username))
                                .get(IMPORTS + "/" + id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        job -> List.of("COMPLETED", "FAILED", "CANCELED").contains(job.getString("status")));
    }

    static List<Integer> numbers(JsonPath job, String... names) {
        return List.of(names).stream().map(job::getInt).toList();
    }

    static String errors(String username, JsonPath job) {
        var content = given(as(username))
                .get(IMPORTS + "/" + job.getString("id") + "/errors")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("errors-"))
                .extract()
                .asByteArray();
        return new String(content, UTF_8);
    }

    /** The rows of a query whose one parameter is the pattern of this test's numbers, columns joined. */
    List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, mark + "-%");
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
