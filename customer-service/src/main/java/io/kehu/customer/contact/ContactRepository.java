package io.kehu.customer.contact;

import io.kehu.events.EventFamily;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class ContactRepository extends AggregateRepository<Contact> {

    ContactRepository() {
        super(
                Contact.class,
                Listing.of(Contact.class)
                        .filters("customerId", "reportsTo", "owner", "team", "title", "department", "active")
                        .sorts("name")
                        .members("customers", "customerId")
                        .texts("roles")
                        .texts("tags")
                        .searchesIndex(EventFamily.CONTACT)
                        .phones("phone")
                        .emails("email")
                        .manyPhones("otherPhones")
                        .manyEmails("otherEmails"));
    }

    /** Ids of the contacts above {@code id} in the decision chain, whoever may see them. */
    List<UUID> above(UUID id) {
        return getSession()
                .createNativeQuery("""
                        with recursive above (id, reports_to) as (
                          select id, reports_to from contact where id = :id
                          union
                          select c.id, c.reports_to from contact c join above a on c.id = a.reports_to)
                        select id from above""", UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Takes out of the event log what the states of a contact tell in clear; the last one tells nothing any more. */
    void forgetPast(UUID id) {
        getSession().createNativeMutationQuery("""
            update event set state = jsonb_set(state, '{customers}', (
                select coalesce(jsonb_agg(link - 'role' order by place), cast('[]' as jsonb))
                from jsonb_array_elements(state -> 'customers') with ordinality as links (link, place)))
              - array['title', 'department', 'roles', 'reportsTo', 'preferences', 'inactiveReason', 'tags']
            where aggregate_id = :id\
            """).setParameter("id", id).executeUpdate();
    }

    /** The contacts that belong to one of {@code customerIds} in whatever role, also deleted ones. */
    public List<Contact> of(Collection<UUID> customerIds) {
        var ids = new ArrayList<UUID>();
        for (var customerId : customerIds) {
            ids.addAll(getSession()
                    .createNativeQuery(
                            "select id from contact where customers @> cast(:link as jsonb) order by id", UUID.class)
                    .setParameter("link", "[{\"customerId\":\"" + customerId + "\"}]")
                    .getResultList());
        }
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }
}
