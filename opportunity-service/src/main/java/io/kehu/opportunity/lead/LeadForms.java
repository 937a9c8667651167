package io.kehu.opportunity.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The forms that there are. */
@ApplicationScoped
class LeadForms {

    private static final String COLUMNS = "key, cast(form as text) as form, updated_at, updated_by";

    private final EntityManager entities;
    private final Campaigns campaigns;

    LeadForms(EntityManager entities, Campaigns campaigns) {
        this.entities = entities;
        this.campaigns = campaigns;
    }

    @Transactional
    List<LeadFormView> all() {
        return session()
                .createNativeQuery("select " + COLUMNS + " from lead_form order by key", Tuple.class)
                .getResultStream()
                .map(LeadForms::read)
                .toList();
    }

    @Transactional
    LeadFormView require(String key) {
        return find(key).orElseThrow(() -> new NotFound("lead form", key));
    }

    @Transactional
    Optional<LeadFormView> find(String key) {
        return session()
                .createNativeQuery("select " + COLUMNS + " from lead_form where key = :key", Tuple.class)
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(LeadForms::read);
    }

    @Transactional
    LeadFormView put(String key, LeadForm form) {
        var present =
                find(key).map(LeadFormView::form).map(LeadForm::campaignId).orElse(null);
        campaigns.requireNew(present, form.campaignId());
        session()
                .createNativeMutationQuery("""
                        insert into lead_form (key, form, updated_at, updated_by)
                        values (:key, cast(:form as jsonb), now(), :by)
                        on conflict (key) do update
                        set form = excluded.form, updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("key", key)
                .setParameter("form", EventJson.write(form))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return require(key);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static LeadFormView read(Tuple row) {
        try {
            return new LeadFormView(
                    row.get("key", String.class),
                    EventJson.mapper().readValue(row.get("form", String.class), LeadForm.class),
                    row.get("updated_at", Instant.class),
                    row.get("updated_by", String.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
