package io.kehu.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server of our own, so that neither the tests nor the suite need Docker or an installed database. */
public final class LocalPostgres implements AutoCloseable {

    /** The password of every role that {@link #start} creates. */
    public static final String PASSWORD = "kehu-development";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Optional<ProcessHandle> postmaster;

    private LocalPostgres(EmbeddedPostgres server, Optional<ProcessHandle> postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /**
     * Starts a server on 127.0.0.1 with a role and a database of its own for each name.
     *
     * @param dataDirectory where the data lives, its log and binaries beside it; null for a temporary place
     * @param port the port, 0 for any free one
     * @param durable true keeps the directory and writes through to the disk, and leaves closing to the caller;
     *     false trades safety for speed, and throws the directory away in the end
     * @param databases names of the databases, equal to the names of their owning roles
     */
    public static LocalPostgres start(Path dataDirectory, int port, boolean durable, List<String> databases) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setPort(Ports.freeUnlessGiven(port))
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("lc-ctype", characterTypes())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "''")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    .setCleanDataDirectory(!durable)
                    .setRegisterShutdownHook(!durable);
            if (dataDirectory == null) {
                builder.setOverrideWorkingDirectory(
                        Path.of(System.getProperty("java.io.tmpdir"), "kehu-" + System.getProperty("user.name"))
                                .toFile());
            } else {
                var directory = dataDirectory.toAbsolutePath();
                Files.createDirectories(directory.getParent());
                PostmasterFile.in(directory).release(PATIENCE);
                var log = Redirect.appendTo(
                        directory.resolveSibling("postgres.log").toFile());
                builder.setDataDirectory(directory)
                        .setOverrideWorkingDirectory(
                                directory.resolveSibling("binaries").toFile())
                        .setOutputRedirector(log)
                        .setErrorRedirector(log);
            }
            var server = builder.start();
            var postmaster = dataDirectory == null
                    ? Optional.<ProcessHandle>empty()
                    : PostmasterFile.in(dataDirectory.toAbsolutePath()).process();
            var started = new LocalPostgres(server, postmaster);
            for (var database : databases) {
                started.create(database);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a database", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The address of a database for JDBC, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The server's main process; empty for a temporary server. */
    Optional<ProcessHandle> process() {
        return postmaster;
    }

    @Override
    public void close() {
        try {
            server.close();
            postmaster.ifPresent(process -> Processes.awaitEnd(process, PATIENCE));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    /** Trigrams ask the operating system what a letter is, and in its plain C locale 华 is none. */
    private static String characterTypes() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    private void create(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                execute(connection, "create role \"%s\" login password '%s'".formatted(name, PASSWORD));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database \"%1$s\" owner \"%1$s\"".formatted(name));
            }
        }
        try (var connection = server.getDatabase("postgres", name).getConnection()) {
            execute(connection, "create extension if not exists pg_trgm");
            execute(connection, "create extension if not exists btree_gin");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
