package io.kehu.platform.operations;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Lets work run once however many replicas there are: whoever holds the lease does it, until it lapses. */
@ApplicationScoped
public class Leases {

    private final AgroalDataSource database;
    private final String holder = UUID.randomUUID().toString();

    Leases(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes or prolongs the lease {@code name} for {@code time}; false while another replica holds it. */
    public boolean hold(String name, Duration time) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into lease as l (name, holder, expires_at) values (?, ?, now() + make_interval(secs => ?))
                        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                        where l.holder = excluded.holder or l.expires_at < now()""")) {
            statement.setString(1, name);
            statement.setString(2, holder);
            statement.setDouble(3, time.toMillis() / 1000.0);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The lease " + name + " could not be asked for", e);
        }
    }

    /** Gives the lease back, so that another replica need not wait for it to lapse. */
    public void release(String name) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from lease where name = ? and holder = ?")) {
            statement.setString(1, name);
            statement.setString(2, holder);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The lease " + name + " could not be given back", e);
        }
    }
}
