package io.kehu.platform.exchange;

import static io.kehu.platform.exchange.NoteFiles.awaitEnd;
import static io.kehu.platform.exchange.NoteFiles.errors;
import static io.kehu.platform.exchange.NoteFiles.imported;
import static io.kehu.platform.exchange.NoteFiles.numbers;
import static io.kehu.platform.exchange.NoteFiles.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportRunTest {

    @Inject
    AgroalDataSource database;

    @Inject
    NoteImport notes;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportClaims claims;

    @Inject
    ImportFiles uploads;

    private NoteFiles files;

    @BeforeEach
    void markFiles() {
        files = new NoteFiles(database);
    }

    @Test
    void isolatesRowsThatOnlyTheDatabaseRefuses() throws SQLException {
        var lines = IntStream.range(0, 40)
                .mapToObj(row -> row + ",#" + row % 39 + ",text " + row)
                .toList();

        var job = imported("anna", files.file("externalId,number,text", lines.toArray(String[]::new)), "create");

        assertThat(numbers(job, "created", "rejected")).containsExactly(39, 1);
        assertThat(errors("anna", job)).contains("conflict.unique");
        assertThat(files.rows(
                        "select count(*) from event e join note n on n.id = e.aggregate_id where n.number like ?"))
                .containsExactly("39");
    }

    @Test
    void storesNothingInADryRunButFindsWhatWouldBeRejected() throws SQLException {
        var lines = IntStream.range(0, 1300)
                .mapToObj(row -> row % 1250 + ",#" + row + ",text " + row)
                .toList();
        var job = imported(
                "anna",
                files.file("externalId,number,text", lines.toArray(String[]::new)),
                "create",
                Map.of("dryRun", "true"));

        assertThat(job.getBoolean("dryRun")).isTrue();
        assertThat(numbers(job, "created", "rejected")).containsExactly(1250, 50);
        assertThat(files.rows("select count(*) from note n where n.number like ?"))
                .containsExactly("0");
        assertThat(files.rows("select count(*) from external_id x where x.external_id like ?"))
                .containsExactly("0");
    }

    @Test
    void writesIndependentChunksSideBySideAsIfOneCameAfterTheOther() throws SQLException {
        var refused = Set.of(200, 700, 1700);
        var lines = IntStream.range(0, 3000)
                .mapToObj(row -> row + ",#" + row + "," + (refused.contains(row) ? "forbidden" : "text"))
                .toList();

        var job = imported("anna", files.file("externalId,number,text", lines.toArray(String[]::new)), "upsert");

        assertThat(numbers(job, "rowsRead", "created", "rejected")).containsExactly(3000, 2997, 3);
        assertThat(files.rows("select count(distinct e.aggregate_id) from event e join note n on n.id = e.aggregate_id"
                        + " where n.number like ?"))
                .containsExactly("2997");
    }

    @Test
    void letsTheSecondOfTwoChunksWaitForWhatTheFirstHolds() throws SQLException {
        var lines = IntStream.range(0, 1000)
                .mapToObj(row -> row + ",#" + (row == 999 ? 0 : row) + ",text")
                .toList();

        var job = imported("anna", files.file("externalId,number,text", lines.toArray(String[]::new)), "create");

        assertThat(numbers(job, "created", "rejected")).containsExactly(999, 1);
        assertThat(errors("anna", job)).contains("conflict.unique");
    }

    @Test
    void goesOnWhereItStoodAfterATrouble() throws SQLException {
        notes.away().set(1);
        var lines = IntStream.range(0, 1200)
                .mapToObj(row -> row + ",#" + row + "," + (row == 700 ? "away" : "text"))
                .toList();

        var job = imported("anna", files.file("externalId,number,text", lines.toArray(String[]::new)), "create");

        assertThat(notes.away().get()).isNegative();
        assertThat(numbers(job, "rowsRead", "created", "rejected")).containsExactly(1200, 1200, 0);
        assertThat(files.rows(
                        "select count(*), count(distinct e.aggregate_id) from event e join note n on n.id = e.aggregate_id"
                                + " where n.number like ?"))
                .containsExactly("1200|1200");
    }

    @Test
    void takesOverAJobFromAWorkerThatDied() throws SQLException, IOException {
        var job = submit(
                        "anna",
                        files.file("externalId,number,text", "1,#1,one", "2,#2,two", "3,#3,three"),
                        "create",
                        Map.of())
                .statusCode(202)
                .extract()
                .jsonPath();
        awaitEnd("anna", job.getString("id"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var again = Files.writeString(
                    Files.createTempFile("rows", ".csv"),
                    files.file("externalId,number,text", "1,#1,one", "2,#2,two", "3,#3,three", "4,#4,four"));
            uploads.store(stored(job.getString("id")), again);
            Files.delete(again);
            statement.execute(
                    "update import_job set status = 'RUNNING', finished_at = null, position = 4, holder = gen_random_uuid(),"
                            + " held_until = now() - interval '1 second' where id = '" + job.getString("id") + "'");
        }

        assertThat(awaitEnd("anna", job.getString("id")).getInt("created")).isEqualTo(4);
        assertThat(files.rows("select n.text, n.version from note n where n.number like ? order by n.number"))
                .containsExactly("one|1", "two|1", "three|1", "four|1");
    }

    @Test
    void letsOnlyTheHolderOfAJobWriteItsProgress() {
        var id = UUID.fromString(imported("anna", files.file("externalId,number,text", "1,#1,one"), "create")
                .getString("id"));
        var job = stored(id.toString());
        var stranger = new ImportClaims.Claim(job, UUID.randomUUID());
        var outcome = new ChunkOutcome(1, 1, 0, 0, 0, 0, List.of());

        assertThatThrownBy(() -> claims.advance(stranger, job.position(), job.position() + 1, outcome, Duration.ZERO))
                .isInstanceOf(ImportClaims.ClaimLost.class);
        assertThatThrownBy(() -> claims.finish(stranger, ImportStatus.FAILED, null))
                .isInstanceOf(ImportClaims.ClaimLost.class);
    }

    private StoredJob stored(String id) {
        return Caller.system("test", Origin.API)
                .<StoredJob, RuntimeException>call(
                        () -> jobs.find("notes", UUID.fromString(id)).orElseThrow());
    }
}
