package io.kehu.opportunity.lead;

import io.kehu.opportunity.lead.LeadDuplicate.Reason;
import io.kehu.platform.access.Caller;
import io.kehu.platform.personal.BlindIndex;
import io.kehu.platform.personal.SearchAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds leads of the same person or company among those of everybody; tells only of those that the caller may see. */
@ApplicationScoped
class LeadDuplicateFinder {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Each branch by its own index, and no more of it than anybody would look through. */
    private static final String CANDIDATES = """
            select id from (
              (select id from lead where phone_exact = any(:phones) and deleted_at is null limit 50)
              union (select id from lead where email_exact = any(:emails) and deleted_at is null limit 50)
              union (select id from lead where company_key = :company and deleted_at is null limit 50)) found
             where id <> :self""";

    /** Somebody works already on what the same person wants. */
    private static final String LIKELY = """
            select id from lead
             where (phone_exact = any(:phones) or email_exact = any(:emails))
               and deleted_at is null and status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED') and id <> :self
             limit 50""";

    private final LeadRepository leads;
    private final EntityManager entities;

    LeadDuplicateFinder(LeadRepository leads, EntityManager entities) {
        this.leads = leads;
        this.entities = entities;
    }

    LeadDuplicates of(UUID id) {
        var lead = leads.requireReadable(id);
        if (lead.lifespan().updatedBy().equals(Caller.current().username())) {
            takeQuestions(lead.fields());
        }
        return judged(
                lead.fields(),
                query(CANDIDATES, id, lead.fields())
                        .setParameter(
                                "company",
                                Objects.requireNonNullElse(
                                        LeadProfile.companyKey(lead.fields().company()), ""))
                        .getResultList());
    }

    /** Whoever has stated a phone or an e-mail himself is told by its duplicates whose it is. */
    static void takeQuestions(LeadFields fields) {
        SearchAllowance.take((int) Stream.of(fields.phone(), fields.email())
                .filter(Objects::nonNull)
                .count());
    }

    /** Leads that a new one with these fields most likely is. */
    List<UUID> likely(LeadFields fields) {
        return query(LIKELY, NOBODY, fields).getResultList();
    }

    /** What the caller may know of {@code found}, which are like {@code fields}. */
    LeadDuplicates judged(LeadFields fields, Collection<UUID> found) {
        var visible = found.isEmpty() ? List.<Lead>of() : leads.visible(found);
        return new LeadDuplicates(
                visible.stream().map(each -> duplicate(fields, each)).toList(), found.size() - visible.size());
    }

    private NativeQuery<UUID> query(String sql, UUID self, LeadFields fields) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, UUID.class)
                .setParameter("self", self)
                .setParameter("phones", keys(BlindIndex.PHONE, fields.phone()))
                .setParameter("emails", keys(BlindIndex.EMAIL, fields.email()));
    }

    private static Long[] keys(BlindIndex index, String text) {
        return text == null ? new Long[0] : index.candidates(text).toArray(Long[]::new);
    }

    private static LeadDuplicate duplicate(LeadFields wanted, Lead candidate) {
        var state = candidate.state();
        return new LeadDuplicate(
                candidate.id(),
                candidate.number(),
                candidate.fields().name(),
                state.owner(),
                candidate.status(),
                reasons(wanted, candidate.fields()));
    }

    private static Set<Reason> reasons(LeadFields one, LeadFields other) {
        var reasons = EnumSet.noneOf(Reason.class);
        if (one.phone() != null && one.phone().equals(other.phone())) {
            reasons.add(Reason.PHONE);
        }
        if (one.email() != null && one.email().equalsIgnoreCase(other.email())) {
            reasons.add(Reason.EMAIL);
        }
        if (one.company() != null
                && Objects.equals(LeadProfile.companyKey(one.company()), LeadProfile.companyKey(other.company()))) {
            reasons.add(Reason.COMPANY);
        }
        return reasons;
    }
}
