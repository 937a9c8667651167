package io.kehu.opportunity.reference;

import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What deals need to know of their customers beside whose they are. */
@ApplicationScoped
public class KnownCustomers {

    private final EntityManager entities;

    KnownCustomers(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes over what {@code events} tell, unless something newer is known. */
    void learn(List<Event> events) {
        for (var event : events) {
            if (event.state() instanceof CustomerState customer) {
                session()
                        .createNativeMutationQuery("""
                                insert into known_customer as k (id, version, industry, region)
                                values (:id, :version, cast(:industry as text), cast(:region as text))
                                on conflict (id) do update
                                set version = excluded.version, industry = excluded.industry, region = excluded.region
                                where k.version < excluded.version""")
                        .setParameter("id", customer.id())
                        .setParameter("version", event.metadata().version())
                        .setParameter("industry", customer.industry(), String.class)
                        .setParameter(
                                "region", customer.city() == null ? customer.province() : customer.city(), String.class)
                        .executeUpdate();
            }
        }
    }

    public KnownCustomer find(UUID id) {
        return id == null
                ? KnownCustomer.NOTHING
                : session()
                        .createNativeQuery(
                                "select industry, region from known_customer where id = :id", KnownCustomer.class)
                        .setParameter("id", id)
                        .uniqueResultOptional()
                        .orElse(KnownCustomer.NOTHING);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
