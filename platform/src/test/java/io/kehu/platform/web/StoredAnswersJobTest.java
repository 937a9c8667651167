package io.kehu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.platform.sql.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredAnswersJobTest {

    @Inject
    StoredAnswersJob job;

    @Inject
    Statements statements;

    @Test
    void deletesAnswersWhoseTimeIsOver() {
        var key = "job-" + UUID.randomUUID();
        statements.change("""
                insert into stored_answer (id, request_hash, status, expires_at)
                select ? || n, '', 200, now() + make_interval(secs => case when n > 2500 then 3600 else -1 end)
                  from generate_series(1, 2501) n""", key);

        job.run();

        assertThat(statements.list("select id from stored_answer where id like ? || '%'", row -> row.getString(1), key))
                .containsExactly(key + 2501);
    }
}
