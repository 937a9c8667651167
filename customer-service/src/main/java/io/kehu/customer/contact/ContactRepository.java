package io.kehu.customer.contact;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
public class ContactRepository extends AggregateRepository<Contact> {

    ContactRepository() {
        super(
                Contact.class,
                Listing.of(Contact.class)
                        .filters("customerId", "owner", "team", "title", "department", "active")
                        .sorts("name")
                        .searches("name", "number")
                        .phones("phone")
                        .emails("email"));
    }

    /** How many contacts a customer has, whoever may see them. */
    public long countOf(UUID customerId) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from contact where customer_id = :id and deleted_at is null")
                        .setParameter("id", customerId)
                        .getSingleResult())
                .longValue();
    }
}
