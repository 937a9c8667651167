package io.kehu.platform.exchange;

import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes a person out of the error files of imports; uploaded files themselves go when their import is finished. */
@ApplicationScoped
public class ErrorFiles {

    private final Statements statements;
    private final ImportClaims claims;

    ErrorFiles(Statements statements, ImportClaims claims) {
        this.statements = statements;
        this.claims = claims;
    }

    /** Deletes the rejected rows of a resource's imports that have one of {@code texts} as a cell, in the current transaction. */
    public void forget(String resource, Set<String> texts) {
        var jobs = statements.list(
                "select " + StoredJob.COLUMNS + " from import_job j where resource = ?"
                        + " and exists (select from import_reject where job_id = j.id)",
                StoredJob::read,
                resource);
        for (var job : jobs) {
            var after = 0L;
            for (var page = claims.rejects(job, after); !page.isEmpty(); page = claims.rejects(job, after)) {
                page.stream()
                        .filter(row -> row.cells().stream().map(String::strip).anyMatch(texts::contains))
                        .forEach(row -> statements.change(
                                "delete from import_reject where job_id = ? and row_number = ?",
                                job.id(),
                                row.number()));
                after = page.getLast().number();
            }
        }
    }
}
