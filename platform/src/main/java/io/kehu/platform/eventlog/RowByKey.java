package io.kehu.platform.eventlog;

import java.util.UUID;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Loads a record by its key with the statement that Hibernate prepared once: with the filter on it would write its SQL anew for
 * each load. The rule is asked of the row at hand then; only one that it does not let through by itself is asked for
 * again with the filter, which also knows whose its customer is.
 */
public final class RowByKey {

    private RowByKey() {}

    /** The record as far as the current caller may see it, or null. What the session holds already is answered as it is. */
    public static <E extends Aggregate<?>> E find(SessionImplementor session, Class<E> type, UUID id) {
        if (!OwnedAggregate.class.isAssignableFrom(type) || holds(session, type, id)) {
            return session.find(type, id);
        }
        var found = unfiltered(session, type, id);
        if (found == null || ((OwnedAggregate<?>) found).visibleByItself()) {
            return found;
        }
        session.detach(found);
        return session.find(type, id);
    }

    private static boolean holds(SessionImplementor session, Class<?> type, UUID id) {
        var descriptor = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        return session.getPersistenceContext().containsEntity(session.generateEntityKey(id, descriptor));
    }

    private static <E> E unfiltered(SessionImplementor session, Class<E> type, UUID id) {
        session.disableFilter(OwnedAggregate.VISIBLE);
        try {
            return session.find(type, id);
        } finally {
            session.enableFilter(OwnedAggregate.VISIBLE);
        }
    }
}
