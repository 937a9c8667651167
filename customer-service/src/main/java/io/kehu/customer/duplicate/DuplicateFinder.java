package io.kehu.customer.duplicate;

import io.kehu.customer.Customer;
import io.kehu.customer.CustomerFields;
import io.kehu.customer.CustomerRepository;
import io.kehu.platform.access.Caller;
import io.kehu.platform.personal.SearchAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds customers that may be the same, among those of everybody; tells only of those that the caller may see. */
@ApplicationScoped
public class DuplicateFinder {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Each branch by its own index, and no more of it than anybody would look through. */
    private static final String CANDIDATES = """
            select id, similarity(name_key, :name) as likeness from customer c where c.deleted_at is null and c.id <> :self
               and c.id in (
              (select id from customer where unified_social_credit_code = :code and deleted_at is null)
              union (select id from customer where phone_exact = any(:phones) and deleted_at is null limit 50)
              union (select id from customer where name_key = :name and deleted_at is null limit 50)
              union (select id from customer where email_domain = :domain and deleted_at is null limit 50)
              union (select id from customer where name_key % :name and deleted_at is null limit 50))""";

    /** The same credit code; or the same name, not with another credit code, and the same place or phone. */
    private static final String LIKELY = """
            select id, similarity(name_key, :name) as likeness from customer c where c.deleted_at is null and c.id <> :self
               and (c.unified_social_credit_code = :code
                 or c.name_key = :name
                    and (:code = '' or c.unified_social_credit_code is null)
                    and (c.province = :province and c.city = :city or c.phone_exact = any(:phones)))
             limit 50""";

    /** What gives a customer that nobody has made yet away, whatever its place. */
    private static final String NAMESAKES = """
            select id, similarity(name_key, :name) as likeness from customer c where c.deleted_at is null and c.id <> :self
               and c.id in (
              (select id from customer where unified_social_credit_code = :code and deleted_at is null)
              union (select id from customer where phone_exact = any(:phones) and deleted_at is null limit 50)
              union (select id from customer where name_key = :name and deleted_at is null limit 50))""";

    private final CustomerRepository customers;
    private final EntityManager entities;

    DuplicateFinder(CustomerRepository customers, EntityManager entities) {
        this.customers = customers;
        this.entities = entities;
    }

    /** Customers that may be the same as {@code id}; in a transaction, because the likeness asked for is set for it alone. */
    @Transactional
    Duplicates of(UUID id) {
        var customer = customers.requireReadable(id);
        if (customer.lifespan().updatedBy().equals(Caller.current().username())) {
            takeQuestion(customer.fields());
        }
        entities.createNativeQuery("select set_config('pg_trgm.similarity_threshold', '0.5', true)", String.class)
                .getSingleResult();
        var likeness = Likeness.of(id, customer.knownFields());
        return judged(likeness, ask(CANDIDATES, likeness, false));
    }

    /** Customers of the credit code, the phone or the name of one that is still to be made. */
    @Transactional
    Duplicates of(CustomerFields fields) {
        takeQuestion(fields);
        var likeness = Likeness.of(null, fields);
        return judged(likeness, found(query(NAMESAKES, likeness)));
    }

    /** Customers that a new one with these fields most likely is. */
    public List<UUID> likely(CustomerFields fields) {
        return List.copyOf(likely(Likeness.of(null, fields)).keySet());
    }

    /** What the caller may know of {@link #likely}. */
    public Duplicates describe(CustomerFields fields) {
        var likeness = Likeness.of(null, fields);
        return judged(likeness, likely(likeness));
    }

    /** Whoever has stated a phone himself is told by its duplicates whose it is. */
    private static void takeQuestion(CustomerFields fields) {
        SearchAllowance.take(fields.phone() == null ? 0 : 1);
    }

    /** Whether a new customer is refused tells a phone as well, but only where there is one that is compared by it. */
    public void takeQuestionOfNew(CustomerFields fields) {
        var namesake = Likeness.of(null, fields).withoutPhones();
        if (!Caller.current().maySeePersonalData()
                && !found(query(NAMESAKES, namesake)).isEmpty()) {
            takeQuestion(fields);
        }
    }

    /** Without those that the caller sees, but not what makes them likely. */
    private Map<UUID, Double> likely(Likeness likeness) {
        var found = ask(LIKELY, likeness, true);
        visible(found).stream()
                .filter(each -> !likeness.isLikely(Likeness.of(each.id(), each.knownFields())))
                .forEach(each -> found.remove(each.id()));
        return found;
    }

    private List<Customer> visible(Map<UUID, Double> found) {
        return found.isEmpty() ? List.of() : customers.visible(List.copyOf(found.keySet()));
    }

    private NativeQuery<Tuple> query(String sql, Likeness likeness) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .setParameter("name", likeness.nameKey())
                .setParameter("self", likeness.id() == null ? NOBODY : likeness.id())
                .setParameter("code", known(likeness.creditCode()))
                .setParameter("phones", likeness.phones().toArray(Long[]::new));
    }

    private Map<UUID, Double> ask(String sql, Likeness likeness, boolean withPlace) {
        var query = query(sql, likeness);
        if (withPlace) {
            query.setParameter("province", known(likeness.province())).setParameter("city", known(likeness.city()));
        } else {
            query.setParameter("domain", known(likeness.emailDomain()));
        }
        return found(query);
    }

    private static Map<UUID, Double> found(NativeQuery<Tuple> query) {
        var found = new HashMap<UUID, Double>();
        query.getResultList()
                .forEach(row -> found.put(
                        row.get("id", UUID.class),
                        row.get("likeness", Number.class).doubleValue()));
        return found;
    }

    /** What nobody has is equal to nothing. */
    private static String known(String value) {
        return value == null ? "" : value;
    }

    private Duplicates judged(Likeness likeness, Map<UUID, Double> found) {
        var visible = visible(found);
        var items = visible.stream()
                .map(each -> duplicate(likeness, each, found.get(each.id())))
                .filter(each -> !each.reasons().isEmpty())
                .sorted(Comparator.comparingDouble(Duplicate::score).reversed().thenComparing(Duplicate::number))
                .toList();
        return new Duplicates(items, found.size() - visible.size());
    }

    private static Duplicate duplicate(Likeness wanted, Customer candidate, double likeness) {
        var other = Likeness.of(candidate.id(), candidate.knownFields());
        var reasons = reasons(wanted, other, likeness);
        var unlike = 1.0;
        for (var reason : reasons) {
            unlike *= 1 - reason.weight() * (reason == DuplicateReason.SIMILAR_NAME ? likeness : 1);
        }
        return new Duplicate(
                candidate.id(),
                candidate.number(),
                candidate.name(),
                candidate.owner(),
                Math.round((1 - unlike) * 100) / 100.0,
                reasons);
    }

    private static Set<DuplicateReason> reasons(Likeness one, Likeness other, double likeness) {
        var reasons = EnumSet.noneOf(DuplicateReason.class);
        if (one.creditCode() != null && one.creditCode().equals(other.creditCode())) {
            reasons.add(DuplicateReason.CREDIT_CODE);
        }
        if (one.sharesPhone(other)) {
            reasons.add(DuplicateReason.PHONE);
        }
        if (one.emailDomain() != null && one.emailDomain().equals(other.emailDomain())) {
            reasons.add(DuplicateReason.EMAIL_DOMAIN);
        }
        if (one.nameKey().equals(other.nameKey())) {
            reasons.add(DuplicateReason.NAME);
        } else if (likeness >= 0.5) {
            reasons.add(DuplicateReason.SIMILAR_NAME);
        }
        return reasons;
    }
}
