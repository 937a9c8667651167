package io.kehu.servicedesk.survey;

import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keeps people from being asked again and again, by whatever questionnaire. */
@ApplicationScoped
class QuietDays {

    private final Statements statements;

    QuietDays(Statements statements) {
        this.statements = statements;
    }

    /**
     * Whether whoever is to be asked by {@code survey} was sent another within so many days. The lock lets two surveys of
     * one person be sent one after the other, so that the second one knows of the first.
     */
    boolean rule(Survey survey, int days, Instant now) {
        var ofContact = survey.contactId() != null;
        var asked = ofContact ? survey.contactId() : survey.customerId();
        if (days == 0 || asked == null) {
            return false;
        }
        statements.lock("survey-quiet:" + asked);
        return statements
                .list(
                        """
                        select exists (select 1 from survey where %s = ? and sent_at > ?
                          and deleted_at is null and id <> ?)""".formatted(ofContact ? "contact_id" : "customer_id"),
                        row -> row.getBoolean(1),
                        asked,
                        now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC),
                        survey.id())
                .getFirst();
    }
}
