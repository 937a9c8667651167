package io.kehu.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.platform.sql.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StandingsJobTest {

    @Inject
    StandingsJob job;

    @Inject
    Statements statements;

    @Test
    void deletesWhatNoCursorReachesBackTo() {
        var customer = UUID.randomUUID();
        statements.change("""
                insert into known_standing (id, customer_id, owner, collaborators, deleted)
                select uuidv7(make_interval(days => case when n > 1500 then -59 else -61 end)), ?, n, '[]', false
                  from generate_series(1, 1501) n""", customer);

        job.run();

        assertThat(statements.list(
                        "select owner from known_standing where customer_id = ?", row -> row.getString(1), customer))
                .containsExactly("1501");
    }
}
