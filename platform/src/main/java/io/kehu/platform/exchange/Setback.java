package io.kehu.platform.exchange;

import io.kehu.platform.problem.Unavailable;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.StaleStateException;

/** Why a chunk did not get through, as far as it decides what to do next. */
enum Setback {
    /** Something in the rows: the chunk is halved until the bad one stands alone. */
    ROWS,
    /** Somebody else changed the same records at the same moment: worth another try. */
    CONTENTION,
    /** The database or another service is away: the job waits, and no row is to blame. */
    AWAY,
    /** Another worker has the job. */
    CLAIM_LOST;

    private static final Set<String> CONTENTION_STATES = Set.of("40001", "40P01", "55P03");
    private static final String QUERY_CANCELED = "57014";

    static Setback of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ImportClaims.ClaimLost _ -> {
                    return CLAIM_LOST;
                }
                case Unavailable _ -> {
                    return AWAY;
                }
                case OptimisticLockException _, StaleStateException _ -> {
                    return CONTENTION;
                }
                case SQLException sql
                when of(sql) != ROWS -> {
                    return of(sql);
                }
                default -> {}
            }
        }
        return ROWS;
    }

    private static Setback of(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) {
            return String.valueOf(failure.getMessage()).contains("Acquisition timeout") ? AWAY : ROWS;
        }
        if (CONTENTION_STATES.contains(state)) {
            return CONTENTION;
        }
        return state.matches("(08|53|57).*") && !state.equals(QUERY_CANCELED) ? AWAY : ROWS;
    }
}
