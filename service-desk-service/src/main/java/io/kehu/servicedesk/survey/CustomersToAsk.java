package io.kehu.servicedesk.survey;

import io.kehu.events.EventFamily;
import io.kehu.platform.operations.StepwiseWork;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.platform.sql.Statements;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The customers whom it is time to ask, in parts. */
@ApplicationScoped
class CustomersToAsk {

    private final EntityManager entities;
    private final Statements statements;
    private final KnownRecords known;

    CustomersToAsk(EntityManager entities, Statements statements, KnownRecords known) {
        this.entities = entities;
        this.statements = statements;
        this.known = known;
    }

    /**
     * Some that somebody owns and whom {@code questionnaire} has not asked since, in the order of ids. The lock makes two
     * replicas ask one after the other, so that the second one knows of whom the first has asked.
     */
    List<KnownRecord> lock(QuestionnaireView questionnaire, Instant since, UUID position) {
        statements.lock("scheduled-survey:" + questionnaire.key());
        var levels = questionnaire.questionnaire().trigger().customerLevels();
        var ids = entities.unwrap(Session.class)
                .createNativeQuery("""
                        select k.id from known_record k left join known_customer_level l on l.customer_id = k.id
                        where k.type = 'customer' and k.id > :position and k.owner is not null
                          and not k.deleted and k.merged_into is null
                          and (:everyLevel or l.level = any(:levels))
                          and not exists (
                            select 1 from survey s where s.customer_id = k.id and s.questionnaire = :questionnaire
                              and s.occasion = 'SCHEDULE' and s.created_at >= :since)
                        order by k.id limit :most""", UUID.class)
                .setParameter("position", position)
                .setParameter("everyLevel", levels.isEmpty())
                .setParameter("levels", levels.toArray(String[]::new))
                .setParameter("questionnaire", questionnaire.key())
                .setParameter("since", since)
                .setParameter("most", StepwiseWork.STEP)
                .getResultList();
        var records = known.find(EventFamily.CUSTOMER, ids);
        return ids.stream().map(records::get).toList();
    }
}
