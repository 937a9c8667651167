package io.kehu.opportunity.lead;

import io.kehu.platform.access.Caller;
import io.kehu.platform.web.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.hibernate.Session;

/** The API keys by which pages send forms: nobody can guess them, and only their hashes are kept. */
@ApplicationScoped
class FormKeys {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;

    FormKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** Another key of the form; the one before is good for nothing from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    String issue(String form) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session()
                .createNativeMutationQuery("""
                        insert into lead_form_key (form, key_hash, created_by) values (:form, :hash, :by)
                        on conflict (form) do update
                        set key_hash = excluded.key_hash, created_at = now(), created_by = excluded.created_by""")
                .setParameter("form", form)
                .setParameter("hash", Sha256.of(key))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return key;
    }

    /** Which form it is of. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<String> formOf(String key) {
        return session()
                .createNativeQuery("select form from lead_form_key where key_hash = :hash", String.class)
                .setParameter("hash", Sha256.of(key))
                .uniqueResultOptional();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean isThereFor(String form) {
        return session()
                .createNativeQuery("select exists (select 1 from lead_form_key where form = :form)", Boolean.class)
                .setParameter("form", form)
                .getSingleResult();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
