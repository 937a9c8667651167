package io.kehu.servicedesk;

import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.priority.PriorityMatrix;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a {@link Ticket} asks for: the part of it that people write, apart from the part that moves by rules. */
@MappedSuperclass
abstract class ServiceRequest extends CustomerRecord<TicketState> {

    private String subject;
    private String description;
    private String reporter;

    private String type;
    private String category;
    private String channel;

    @Enumerated(EnumType.STRING)
    private Level impact;

    @Enumerated(EnumType.STRING)
    private Level urgency;

    @Enumerated(EnumType.ORDINAL)
    private Priority priority;

    private boolean priorityStated;
    private UUID customerId;
    private UUID contactId;
    private UUID contractId;
    private UUID productId;
    private String rootCause;
    private Instant openedAt;

    protected ServiceRequest() {}

    protected ServiceRequest(String number, String owner, String team) {
        super(number, owner, team);
    }

    final void set(TicketFields fields, PriorityMatrix matrix) {
        judge(fields, matrix);
        subject = fields.subject();
        description = fields.description();
        reporter = fields.reporter();
        type = fields.type();
        category = fields.category();
        channel = fields.channel();
        impact = fields.impact();
        urgency = fields.urgency();
        customerId = fields.customerId();
        contactId = fields.contactId();
        contractId = fields.contractId();
        productId = fields.productId();
        rootCause = fields.rootCause();
        if (fields.openedAt() != null) {
            openedAt = fields.openedAt().truncatedTo(ChronoUnit.MICROS);
        } else if (openedAt == null) {
            openedAt = EventLog.now();
        }
    }

    /** A priority that nobody states stays while nothing of it changes, whatever the matrix says by now. */
    private void judge(TicketFields fields, PriorityMatrix matrix) {
        var stated = fields.priority() != null;
        if (stated) {
            priority = fields.priority();
        } else if (priority == null || priorityStated || impact != fields.impact() || urgency != fields.urgency()) {
            priority = matrix.priority(fields.impact(), fields.urgency());
        }
        priorityStated = stated;
    }

    @Override
    public final TicketEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return new TicketEvent.Updated(Set.of("customerId"));
    }

    public final TicketFields fields() {
        return new TicketFields(
                subject,
                description,
                type,
                category,
                channel,
                impact,
                urgency,
                priorityStated ? priority : null,
                customerId,
                contactId,
                contractId,
                productId,
                reporter,
                rootCause,
                openedAt);
    }

    /** The priority that counts, whether stated or taken from the matrix. */
    final Priority priority() {
        return priority;
    }

    final void causedBy(String newRootCause) {
        rootCause = newRootCause == null ? rootCause : newRootCause;
    }

    final void requireComplete() {
        var missing = Stream.of(type == null ? "type" : null, customerId == null ? "customerId" : null)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        if (missing.length > 0) {
            throw missing(missing);
        }
    }

    static Invalid missing(String... fields) {
        return new Invalid(
                "validation.failed",
                Stream.of(fields)
                        .map(field -> new InvalidField(field, "field.required"))
                        .toList());
    }

    static void requireText(String field, String text) {
        if (text == null || text.isBlank()) {
            throw missing(field);
        }
    }
}
