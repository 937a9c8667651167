package io.kehu.opportunity.competitor;

import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.problem.Conflict;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@Singleton
class CompetitorRepository extends AggregateRepository<Competitor> {

    static final String RESOURCE = "competitors";

    CompetitorRepository(CustomFieldRules customFields) {
        super(
                Competitor.class,
                Listing.of(Competitor.class)
                        .filters("name", "website")
                        .sorts("name")
                        .texts("tags")
                        .customFields(customFields, RESOURCE)
                        .searches("name", "number"));
    }

    /** Those that are not deleted. */
    List<Competitor> visible(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and deletedAt is null", ids);
    }

    /** Those of names with these {@link #key keys} that are not deleted. */
    List<Competitor> named(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("lower(name) in ?1 and deletedAt is null", keys);
    }

    /** What makes two names the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Fails with 409 while deals or research, whoever may see them, name {@code id}. */
    void requireUnused(UUID id) {
        var records = ((Number) getEntityManager()
                        .createNativeQuery("""
                                select (select count(*) from opportunity
                                        where deleted_at is null and competitors @> cast(:named as jsonb))
                                  + (select count(*) from market_research
                                     where deleted_at is null and intelligence @> cast(:named as jsonb))""")
                        .setParameter("named", "[{\"competitorId\":\"" + id + "\"}]")
                        .getSingleResult())
                .longValue();
        if (records > 0) {
            throw new Conflict("competitor.in-use", records);
        }
    }
}
