package io.kehu.servicedesk.reference;

import io.kehu.events.ContractState;
import io.kehu.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** From when to when contracts entitle to service, and whether they do at all. */
@ApplicationScoped
public class ContractTerms {

    private static final String UPSERT = """
            insert into known_contract_term as k (contract_id, version, status, starts_on, ends_on, deleted)
            values (?, ?, ?, ?, ?, ?)
            on conflict (contract_id) do update set version = excluded.version, status = excluded.status,
              starts_on = excluded.starts_on, ends_on = excluded.ends_on, deleted = excluded.deleted
            where k.version < excluded.version""";

    private final EntityManager entities;

    ContractTerms(EntityManager entities) {
        this.entities = entities;
    }

    void learn(Collection<Event> events) {
        var newest = new TreeMap<UUID, Event>();
        for (var event : events) {
            if (event.state() instanceof ContractState contract) {
                newest.merge(
                        contract.id(),
                        event,
                        (one, other) ->
                                one.metadata().version() > other.metadata().version() ? one : other);
            }
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(UPSERT)) {
                for (var event : newest.values()) {
                    var contract = (ContractState) event.state();
                    statement.setObject(1, contract.id());
                    statement.setLong(2, event.metadata().version());
                    statement.setString(3, contract.status());
                    statement.setObject(4, contract.startsOn());
                    statement.setObject(5, contract.endsOn());
                    statement.setBoolean(6, contract.deleted());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** What the contract gives on {@code date}; empty without a contract, or while nothing has been heard of it. */
    public Optional<Entitlement> of(UUID contractId, LocalDate date) {
        if (contractId == null) {
            return Optional.empty();
        }
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select status, starts_on > :date as early, ends_on < :date as late, deleted
                        from known_contract_term where contract_id = :id""", Tuple.class)
                .setParameter("id", contractId)
                .setParameter("date", date)
                .getResultStream()
                .findFirst()
                .map(ContractTerms::judge);
    }

    private static Entitlement judge(Tuple row) {
        return switch (row.get("status", String.class)) {
            case "SIGNED", "IN_PROGRESS" -> {
                if (is(row, "deleted") || is(row, "late")) {
                    yield Entitlement.EXPIRED;
                }
                yield is(row, "early") ? Entitlement.NOT_STARTED : Entitlement.ENTITLED;
            }
            case "DRAFT" -> Entitlement.NOT_STARTED;
            default -> Entitlement.EXPIRED;
        };
    }

    private static boolean is(Tuple row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
