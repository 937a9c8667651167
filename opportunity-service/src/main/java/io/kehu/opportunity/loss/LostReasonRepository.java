package io.kehu.opportunity.loss;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

@ApplicationScoped
class LostReasonRepository implements PanacheRepositoryBase<LostReason, UUID> {

    /** In the order in which they are shown; only to be read. */
    List<LostReason> inOrder() {
        return find("order by position, number")
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
    }

    Optional<LostReason> ofKey(String key) {
        return find("number", key).firstResultOptional();
    }
}
