package io.kehu.platform.personal;

import io.kehu.events.EventFamily;
import io.kehu.platform.access.Masked;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
        var personal = record.personal();
        var fields = personal == null
                ? List.<RecordComponent>of()
                : Arrays.stream(personal.getClass().getRecordComponents())
                        .filter(component -> component.getAccessor().isAnnotationPresent(Masked.class))
                        .toList();
        var field = fields.stream()
                .filter(component -> component.getName().equals(request.field()))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField(
                                "field",
                                "reveal.field",
                                fields.stream().map(RecordComponent::getName).collect(Collectors.joining(", "))))));
        log.add(family, record.id(), AccessEntry.Action.REVEALED, field.getName(), request.reason());
        return new Revealed(field.getName(), value(personal, field));
    }

    private static String value(Object personal, RecordComponent field) {
        try {
            var read = field.getAccessor();
            read.setAccessible(true);
            var value = read.invoke(personal);
            return value == null ? null : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
