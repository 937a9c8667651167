package io.kehu.platform.operations;

import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Lets work run once however many replicas there are: whoever holds the lease does it, until it lapses. */
@ApplicationScoped
public class Leases {

    private final Statements statements;
    private final String holder = UUID.randomUUID().toString();

    Leases(Statements statements) {
        this.statements = statements;
    }

    /** Takes or prolongs the lease {@code name} for {@code time}; false while another replica holds it. */
    public boolean hold(String name, Duration time) {
        return statements.change("""
                        insert into lease as l (name, holder, expires_at) values (?, ?, now() + make_interval(secs => ?))
                        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                        where l.holder = excluded.holder or l.expires_at < now()""", name, holder, time.toMillis() / 1000.0) == 1;
    }

    /** Gives the lease back, so that another replica need not wait for it to lapse. */
    public void release(String name) {
        statements.change("delete from lease where name = ? and holder = ?", name, holder);
    }
}
