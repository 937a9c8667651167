package io.kehu.platform.personal;

import io.kehu.events.EventFamily;
import io.kehu.platform.access.Masked;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives one masked value in clear to whoever says why, and keeps that. */
@ApplicationScoped
public class Reveals {

    /** The permission that an operation of this names. */
    public static final String PERMISSION = "pii:reveal";

    private final AccessLog log;

    Reveals(AccessLog log) {
        this.log = log;
    }

    /**
     * The value of a field that is {@link Masked} in the personal part of {@code record}, which the caller has been found to
     * see. Nothing is given unless the entry in the access log commits.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Revealed reveal(EventFamily family, Aggregate<?> record, Reveal request) {
        var fields = new LinkedHashMap<String, String>();
        collect("", record.personal(), fields);
        if (!fields.containsKey(request.field())) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("field", "reveal.field", String.join(", ", fields.keySet()))));
        }
        log.add(family, record.id(), AccessEntry.Action.REVEALED, request.field(), request.reason());
        return new Revealed(request.field(), fields.get(request.field()));
    }

    /** Values by field; one in a record within is named by its path, for instance {@code invoiceTitle.taxNumber}. */
    private static void collect(String path, Object personal, Map<String, String> fields) {
        if (personal == null) {
            return;
        }
        for (var component : personal.getClass().getRecordComponents()) {
            var value = value(personal, component);
            if (component.getAccessor().isAnnotationPresent(Masked.class)) {
                fields.put(path + component.getName(), value == null ? null : value.toString());
            } else if (value instanceof Record part) {
                collect(path + component.getName() + ".", part, fields);
            }
        }
    }

    private static Object value(Object personal, RecordComponent component) {
        try {
            var read = component.getAccessor();
            read.setAccessible(true);
            return read.invoke(personal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
