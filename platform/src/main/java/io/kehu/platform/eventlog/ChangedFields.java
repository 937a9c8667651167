package io.kehu.platform.eventlog;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Tells which components differ between two records of one kind. */
public final class ChangedFields {

    private ChangedFields() {}

    /** Names of the components that differ; empty if the records are equal. */
    public static <R extends Record> Set<String> between(R before, R after) {
        var changed = new TreeSet<String>();
        try {
            for (var component : before.getClass().getRecordComponents()) {
                var read = component.getAccessor();
                read.setAccessible(true);
                if (!Objects.equals(read.invoke(before), read.invoke(after))) {
                    changed.add(component.getName());
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return changed;
    }
}
