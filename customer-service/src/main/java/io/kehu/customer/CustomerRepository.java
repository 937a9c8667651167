package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.problem.Merged;
import io.kehu.platform.problem.RuleViolation;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
public class CustomerRepository extends AggregateRepository<Customer> {

    /** How many merges one after the other are followed. */
    static final int MOST_MERGES = 20;

    CustomerRepository(Dictionaries dictionaries, CustomFieldRules customFields) {
        super(
                Customer.class,
                Listing.of(Customer.class)
                        .filters(
                                "name",
                                "type",
                                "owner",
                                "team",
                                "employees",
                                "sizeBand",
                                "campaignId",
                                "annualRevenue",
                                "yearEstablished",
                                "country",
                                "province",
                                "city",
                                "source",
                                "level",
                                "lifecycle",
                                "parentId",
                                "unifiedSocialCreditCode",
                                "poolId",
                                "locked",
                                "lastFollowUpAt",
                                "lastFollowUpMethod",
                                "firstDealAt",
                                "lastDealAt",
                                "dealCount",
                                "baseRevenue",
                                "openOpportunities",
                                "salesProgress",
                                "salesProbability",
                                "openTickets",
                                "lastFeedbackScore",
                                "lastFeedbackAt",
                                "recycleAt")
                        .sorts(
                                "name",
                                "employees",
                                "annualRevenue",
                                "lastFollowUpAt",
                                "recycleAt",
                                "dealCount",
                                "baseRevenue",
                                "lastFeedbackScore")
                        .members("purchasedProducts", "productId")
                        .texts("lastFollowUpResults")
                        .texts("tags")
                        .wholes(
                                "industry",
                                code -> dictionaries.of("industries").withParts(code))
                        .customFields(customFields, CustomerTerms.RESOURCE)
                        .searchesIndex(EventFamily.CUSTOMER)
                        .phones("phone")
                        .emails("email")
                        .merges("mergedInto")
                        .hides(HiddenFields.ATTRIBUTE, HiddenFields::apply));
    }

    /** As far as it stands for itself; who asks for one that has been merged is sent to the survivor, if he may see it. */
    @Override
    public Customer requireReadable(UUID id) {
        var found = findAny(id).orElseThrow(() -> unknown(id));
        refuseMerged(found);
        if (found.deleted()) {
            throw unknown(id);
        }
        return found;
    }

    @Override
    public Customer requireAlsoDeleted(UUID id) {
        var found = super.requireAlsoDeleted(id);
        refuseMerged(found);
        return found;
    }

    /** As {@link #requireAlsoDeleted}, also an individual that has been merged into what is none, and so stands for itself. */
    Customer requirePerson(UUID id) {
        var found = super.requireAlsoDeleted(id);
        if (!found.isPerson() || standing(id).filter(Customer::isPerson).isPresent()) {
            refuseMerged(found);
        }
        return found;
    }

    /** One that has been merged into another. */
    public Customer requireMerged(UUID id) {
        var found = super.requireAlsoDeleted(id);
        if (found.mergedInto() == null) {
            if (found.deleted()) {
                throw unknown(id);
            }
            throw new RuleViolation("customer.not-merged", found.number());
        }
        return found;
    }

    private void refuseMerged(Customer customer) {
        if (customer.mergedInto() != null) {
            var survivor = standing(customer.id()).orElseThrow(() -> unknown(customer.id()));
            throw new Merged("customer.merged", customer.id(), survivor.id());
        }
    }

    /** The customer, or what it has been merged into, if that is not deleted and the caller may see it. */
    public Optional<Customer> standing(UUID id) {
        var found = findAny(id);
        for (var hops = 0;
                hops < MOST_MERGES && found.isPresent() && found.get().mergedInto() != null;
                hops++) {
            found = findAny(found.get().mergedInto());
        }
        return found.filter(each -> !each.deleted());
    }

    /** Ids of all that has been merged into {@code id}, also by way of others, whoever may see them. */
    List<UUID> mergedInto(UUID id) {
        return getSession()
                .createNativeQuery("""
                        with recursive within (id) as (
                          select id from customer where merged_into = :id
                          union
                          select c.id from customer c join within w on c.merged_into = w.id)
                        select id from within\
                        """, UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Those of {@code ids} that the caller may see, also if they have been merged. */
    List<Customer> alsoMerged(List<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** Takes out of the event log what the states of an individual tell in clear; the last one tells nothing any more. */
    void forgetPast(UUID id) {
        getSession().createNativeMutationQuery("""
            update event set state = state - array['name', 'unifiedSocialCreditCode', 'employees', 'sizeBand',
                'annualRevenue', 'yearEstablished', 'website', 'country', 'province', 'city', 'addresses', 'tags',
                'needs', 'specialNeeds', 'remark', 'customFields', 'lifecycleReason'],
              data = data - 'reason'
            where aggregate_id = :id\
            """).setParameter("id", id).executeUpdate();
    }

    /** Those directly below one of {@code ids}, also deleted ones. */
    public List<Customer> children(Collection<UUID> ids) {
        return list("parentId in ?1", ids);
    }

    /** Ids from the parent of {@code id} up to the root, whoever may see them. */
    public List<UUID> ancestors(UUID id) {
        return getSession()
                .createNativeQuery("""
                        with recursive above (id, parent_id) as (
                          select id, parent_id from customer where id = :id
                          union
                          select c.id, c.parent_id from customer c join above a on c.id = a.parent_id)
                        select id from above where id <> :id\
                        """, UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Ids of {@code id} and everything below it, at most {@code most}, whoever may see them. */
    List<UUID> tree(UUID id, int most) {
        return getSession()
                .createNativeQuery("""
                        with recursive below (id) as (
                          select id from customer where id = :id
                          union
                          select c.id from customer c join below b on c.parent_id = b.id where c.deleted_at is null)
                        select id from below limit :most\
                        """, UUID.class)
                .setParameter("id", id)
                .setParameter("most", most)
                .getResultList();
    }

    /** Those of {@code ids} that are not deleted and that the caller may see. */
    List<UUID> visibleIds(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select c.id from Customer c where c.id in :ids and c.deletedAt is null", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Those of {@code ids} that lie in a pool which hides {@code field}. */
    List<UUID> hiding(String field, Collection<UUID> ids) {
        return getSession()
                .createNativeQuery(
                        "select id from customer where id = any(:ids) and jsonb_exists(hidden_fields, :field)",
                        UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("field", field)
                .getResultList();
    }

    public List<Customer> visible(List<UUID> ids) {
        return list("id in ?1 and deletedAt is null", ids);
    }

    /** The periods in which a customer had one owner, or lay in one pool, the newest first. */
    List<OwnerPeriod> owners(UUID id) {
        return getSession()
                .createNativeQuery("""
                        with stood as (
                          select version, state ->> 'owner' as owner, state ->> 'team' as team,
                                 cast(state ->> 'poolId' as uuid) as pool, recorded_at, type, actor, data ->> 'reason' as reason
                          from event where aggregate_id = :id),
                        compared as (
                          select *, lag(owner) over w as owner_before, lag(pool) over w as pool_before,
                                 version = min(version) over () as first
                          from stood window w as (order by version)),
                        begun as (
                          select * from compared
                          where first or owner is distinct from owner_before or pool is distinct from pool_before)
                        select owner, team, pool, recorded_at, lead(recorded_at) over (order by version) as until,
                               type, actor, case when type = 'customer.pooled' then reason end as reason
                        from begun order by version desc\
                        """, OwnerPeriod.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** How many customers a user has, counted up to {@code most}. */
    long ownedCount(String username, int most) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from (select 1 from customer"
                                + " where owner = :owner and deleted_at is null limit :most) owned")
                        .setParameter("owner", username)
                        .setParameter("most", most)
                        .getSingleResult())
                .longValue();
    }
}
