package io.kehu.opportunity.past;

import io.kehu.events.EventFamily;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.KnownRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Finds products by their code, as far as they have been heard of. Nobody owns a product, so everybody sees it. */
@ApplicationScoped
class ProductCodes {

    private final EntityManager entities;
    private final KnownRecords known;

    ProductCodes(EntityManager entities, KnownRecords known) {
        this.entities = entities;
        this.known = known;
    }

    Map<String, KnownRecord> find(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        var ids = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id from known_record where type = 'product' and number in (:codes) and not deleted",
                        UUID.class)
                .setParameterList("codes", codes)
                .getResultList();
        return known.find(EventFamily.PRODUCT, ids).values().stream()
                .collect(Collectors.toMap(KnownRecord::number, Function.identity()));
    }
}
