package io.kehu.platform.listing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Carries out a statement with one plan for all values. With a branch for each reason to see a row, and the whole rule as the
 * net below, it takes the database ten times longer to plan than to carry out, and each branch goes by an index whatever the
 * values are. Left alone, the database plans it anew for every request, because it hopes to gain by values that it knows.
 */
final class OnePlan {

    private OnePlan() {}

    /** What {@code statement} answers; in a transaction, because the database is told so for the time of one. */
    static <T> T call(EntityManager entities, Supplier<T> statement) {
        var joined = entities.isJoinedToTransaction();
        return QuarkusTransaction.joiningExisting().call(() -> {
            plan(entities, "force_generic_plan");
            var answer = statement.get();
            if (joined) {
                plan(entities, "auto");
            }
            return answer;
        });
    }

    private static void plan(EntityManager entities, String mode) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var setting = connection.createStatement()) {
                setting.execute("set local plan_cache_mode = " + mode);
            }
        });
    }
}
