package io.kehu.customer.figures;

import io.kehu.customer.Customers;
import io.kehu.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.Session;

/** Sums up the facts of whole groups when it is asked for. */
@ApplicationScoped
class Rollups {

    private static final String BY_KIND = """
            select kind, kind = 'contract' and label in ('SIGNED', 'IN_PROGRESS') as running, currency, count(*),
                   sum(amount) filter (where kind <> 'contract' or customer_id <> all(:hiding))
            from customer_fact
            where customer_id = any(:customers) and counts and kind in ('contract', 'opportunity', 'ticket')
            group by 1, 2, 3 order by 1, 2, 3""";

    private final Customers customers;
    private final EntityManager entities;

    Rollups(Customers customers, EntityManager entities) {
        this.customers = customers;
        this.entities = entities;
    }

    /**
     * @param currency null where there is no amount
     * @param amount   null likewise, and where nothing of it may be told
     */
    record Part(String kind, Boolean running, String currency, Long count, BigDecimal amount) {}

    GroupRollup of(UUID id) {
        var tree = customers.tree(id);
        var parts = entities.unwrap(Session.class)
                .createNativeQuery(BY_KIND, Part.class)
                .setParameter("customers", tree.visible().toArray(UUID[]::new))
                .setParameter(
                        "hiding",
                        customers.hiding("totalRevenue", tree.visible()).toArray(UUID[]::new))
                .getResultList();
        Predicate<Part> contract = part -> part.kind().equals("contract");
        Predicate<Part> opportunity = part -> part.kind().equals("opportunity");
        return new GroupRollup(
                id,
                tree.visible().size(),
                tree.hidden(),
                tree.truncated(),
                count(parts, contract),
                count(parts, Part::running),
                sum(parts, Part::running),
                count(parts, contract),
                sum(parts, contract),
                count(parts, opportunity),
                sum(parts, opportunity),
                count(parts, opportunity.and(part -> part.currency() == null)),
                count(parts, part -> part.kind().equals("ticket")));
    }

    private static long count(List<Part> parts, Predicate<Part> which) {
        return parts.stream().filter(which).mapToLong(Part::count).sum();
    }

    private static List<Money> sum(List<Part> parts, Predicate<Part> which) {
        var sums = new TreeMap<String, BigDecimal>();
        parts.stream()
                .filter(which.and(part -> part.amount() != null))
                .forEach(part -> sums.merge(part.currency(), part.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }
}
