package io.kehu.customer;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Two transactions at once, of which the second begins while the first has done its work and is about to be committed. */
@ApplicationScoped
public class AtOnce {

    private static final String WAITING = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock'";

    private final EntityManager entities;

    AtOnce(EntityManager entities) {
        this.entities = entities;
    }

    /** The answer of the second. */
    public <T> T run(Runnable first, Supplier<T> second) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    first.run();
                    var other = CompletableFuture.supplyAsync(second);
                    await().atMost(Duration.ofSeconds(20)).until(() -> other.isDone() || somebodyWaits());
                    return other;
                })
                .join();
    }

    /** As the first, by SQL. */
    public <T> T run(String sql, Supplier<T> second) {
        return run(
                () -> {
                    for (var statement : sql.split(";")) {
                        var query = entities.createNativeQuery(statement);
                        if (statement.strip().startsWith("select")) {
                            query.getResultList();
                        } else {
                            query.executeUpdate();
                        }
                    }
                },
                second);
    }

    private boolean somebodyWaits() {
        return ((Number) QuarkusTransaction.requiringNew()
                                .call(() -> entities.createNativeQuery(WAITING).getSingleResult()))
                        .intValue()
                > 0;
    }
}
