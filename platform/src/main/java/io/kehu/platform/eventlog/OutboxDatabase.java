package io.kehu.platform.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections outside the pool: a relay's lanes are locked for as long as its own connection lives. */
@ApplicationScoped
class OutboxDatabase {

    private final String url;
    private final String username;
    private final String password;
    private final String application;

    OutboxDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.application = application;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** The service's name, which events carry as their source. */
    String application() {
        return application;
    }
}
