package io.kehu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final List<String> DATABASES = List.of("customer", "service_desk");

    @TempDir
    Path directory;

    @Test
    void keepsRowsOverAStopAndOverAKilledServer() throws Exception {
        var data = directory.resolve("data");
        try (var postgres = LocalPostgres.start(data, 0, true, DATABASES)) {
            ask(postgres, "customer", "create table visit (place text)");
            ask(postgres, "customer", "insert into visit values ('华为技术') returning place");
            assertThat(ask(postgres, "customer", "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "customer", "show synchronous_commit")).isEqualTo("on");
        }
        try (var postgres = LocalPostgres.start(data, 0, true, DATABASES)) {
            ask(postgres, "customer", "insert into visit values ('深圳') returning place");
            var process = postgres.process().orElseThrow();
            process.destroyForcibly();
            assertThat(Processes.awaitEnd(process, Duration.ofSeconds(10))).isTrue();
        }
        assertThat(data.resolve("postmaster.pid")).exists();
        try (var postgres = LocalPostgres.start(data, 0, true, DATABASES)) {
            assertThat(ask(postgres, "customer", "select count(*) from visit")).isEqualTo("2");
        }
    }

    @Test
    void endsAServerThatItsOwnerLeftBehind() throws Exception {
        var data = directory.resolve("data");
        try (var left = LocalPostgres.start(data, 0, true, DATABASES)) {
            PostmasterFile.in(data).release(Duration.ofSeconds(30));
            assertThat(left.process().orElseThrow().isAlive()).isFalse();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void startsWhenThePidOfItsFileBelongsToAnotherProgram() throws Exception {
        var data = directory.resolve("data");
        LocalPostgres.start(data, 0, true, DATABASES).close();
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data);
        try (var postgres = LocalPostgres.start(data, 0, true, DATABASES)) {
            assertThat(ask(postgres, "service_desk", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void findsChineseByTrigramsAndIgnoresCaseBeyondAscii() throws Exception {
        try (var postgres = LocalPostgres.start(null, 0, false, DATABASES)) {
            assertThat(ask(postgres, "customer", "select array_length(show_trgm('华为技术有限公司'), 1)"))
                    .isEqualTo("9");
            assertThat(ask(postgres, "customer", "select lower('ÄÖÉ')")).isEqualTo("äöé");
            assertThat(ask(postgres, "customer", "select current_user")).isEqualTo("customer");
        }
    }

    private static String ask(LocalPostgres postgres, String database, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(database), database, LocalPostgres.PASSWORD);
                var statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return null;
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
