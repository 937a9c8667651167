package io.kehu.customer;

import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.eventlog.HistoryEntry;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Keeps fields of a customer in a pool 公海 from those who see it only because it lies there: everybody but those who see
 * every customer or look after the pools. Whose team the pool has given it to sees it by the pool too.
 */
final class HiddenFields {

    static final String ATTRIBUTE = "hiddenFields";

    private HiddenFields() {}

    /** Whether anything is hidden from the current caller. */
    static boolean apply() {
        return !Visibility.current().everything() && !Caller.current().may("customer:admin");
    }

    /** The record without these fields, if the caller may not see them. */
    static <T extends Record> T without(T record, Collection<String> hidden) {
        if (record == null || hidden.isEmpty() || !apply()) {
            return record;
        }
        try {
            var components = record.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (var index = 0; index < values.length; index++) {
                values[index] = hides(components[index], hidden) ? null : read(record, components[index]);
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            var constructor =
                    (java.lang.reflect.Constructor<T>) record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hides(RecordComponent component, Collection<String> hidden) {
        return hidden.contains(component.getName()) && !component.getType().isPrimitive();
    }

    private static Object read(Record record, RecordComponent component) throws ReflectiveOperationException {
        var read = component.getAccessor();
        read.setAccessible(true);
        return read.invoke(record);
    }

    /** The history with changes of these fields told without their values. */
    static List<HistoryEntry> without(List<HistoryEntry> history, Collection<String> hidden) {
        return hidden.isEmpty() || !apply()
                ? history
                : history.stream().map(entry -> without(entry, hidden)).toList();
    }

    private static HistoryEntry without(HistoryEntry entry, Collection<String> hidden) {
        List<HistoryEntry.FieldChange> changes = entry.changes().stream()
                .map(change -> hidden.contains(change.field())
                        ? new HistoryEntry.FieldChange(change.field(), null, null, true)
                        : change)
                .toList();
        return new HistoryEntry(
                entry.id(),
                entry.version(),
                entry.type(),
                entry.actor(),
                entry.origin(),
                entry.cause(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.historical(),
                changes);
    }
}
