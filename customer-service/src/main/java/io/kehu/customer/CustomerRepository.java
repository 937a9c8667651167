package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class CustomerRepository extends AggregateRepository<Customer> {

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
                                "unifiedSocialCreditCode")
                        .sorts("name", "employees", "annualRevenue")
                        .wholes(
                                "industry",
                                code -> dictionaries.of("industries").withParts(code))
                        .customFields(customFields, CustomerTerms.RESOURCE)
                        .searchesIndex(EventFamily.CUSTOMER)
                        .phones("phone")
                        .emails("email"));
    }

    /** Ids from the parent of {@code id} up to the root, whoever may see them. */
    List<UUID> ancestors(UUID id) {
        return getSession()
                .createNativeQuery("""
                        with recursive above (id, parent_id) as (
                          select id, parent_id from customer where id = :id
                          union all
                          select c.id, c.parent_id from customer c join above a on c.id = a.parent_id)
                        select id from above where id <> :id""", UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Ids of {@code id} and everything below it, at most {@code most}, whoever may see them. */
    List<UUID> tree(UUID id, int most) {
        return getSession()
                .createNativeQuery("""
                        with recursive below (id) as (
                          select id from customer where id = :id
                          union all
                          select c.id from customer c join below b on c.parent_id = b.id where c.deleted_at is null)
                        select id from below limit :most""", UUID.class)
                .setParameter("id", id)
                .setParameter("most", most)
                .getResultList();
    }

    List<Customer> visible(List<UUID> ids) {
        return list("id in ?1 and deletedAt is null", ids);
    }

    /** How many customers stand directly below {@code id}, whoever may see them. */
    long childCount(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from customer where parent_id = :id and deleted_at is null")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }
}
