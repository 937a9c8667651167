package io.kehu.opportunity.target;

import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.problem.Conflict;
import jakarta.inject.Singleton;

@Singleton
class TargetRepository extends AggregateRepository<Target> {

    static final String RESOURCE = "targets";

    TargetRepository(CustomFieldRules customFields) {
        super(
                Target.class,
                Listing.of(Target.class)
                        .filters("subjectKind", "subject", "metric", "year", "currency", "owner", "team")
                        .texts("tags")
                        .sorts("year", "subject")
                        .customFields(customFields, RESOURCE)
                        .searches("subject", "number"));
    }

    /** Fails with 409 if the subject has a target for this, whoever may see it. */
    void requireNew(TargetFields fields) {
        var known = ((Number) getEntityManager()
                        .createNativeQuery("""
                                select count(*) from target where deleted_at is null and subject_kind = :kind
                                  and coalesce(subject, '') = :subject and metric = :metric and year = :year""")
                        .setParameter("kind", fields.subjectKind().name())
                        .setParameter("subject", fields.subject() == null ? "" : fields.subject())
                        .setParameter("metric", fields.metric().name())
                        .setParameter("year", fields.year())
                        .getSingleResult())
                .longValue();
        if (known > 0) {
            throw new Conflict("target.taken", fields.metric(), fields.year());
        }
    }
}
