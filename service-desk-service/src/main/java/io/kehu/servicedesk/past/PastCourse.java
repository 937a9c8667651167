package io.kehu.servicedesk.past;

import io.kehu.events.TicketEvent;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.StatusUpdate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How a ticket went in another system: what Kehu decides by rules for its own tickets is taken here as it is told.
 *
 * @param assignee       username of the agent, who owns the ticket
 * @param sourceAssignee the agent who is no user here, by the name that the other system has for him
 * @param team           group path of the team that the ticket is to belong to, null for that of its assignee, or else of the
 *                       importing user
 * @param slaMet         the other system's verdict, null if it gives none
 * @param updates        every update in the order of the telling; the last one tells the status
 */
public record PastCourse(
        @Size(max = 100) String assignee,
        @Size(max = 100) String sourceAssignee,
        @Size(max = 100) String group,
        @Size(max = 500) String team,
        @Size(max = 20_000) String resolution,
        @Size(max = 100) String resolutionCode,
        Instant resolvedAt,
        Instant closedAt,
        @PositiveOrZero Integer reopenCount,
        Boolean slaMet,
        @NotEmpty List<@Valid StatusUpdate> updates) {

    /**
     * The same with its agent as he is known here: who is no user owns nothing, but the name is kept. An open ticket needs
     * somebody who goes on with it.
     */
    PastCourse withAgent(Predicate<String> isUser) {
        if (assignee == null) {
            return this;
        }
        if (isUser.test(assignee)) {
            return withAgent(assignee, null);
        }
        if (updates.getLast().status().isOpen()) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("assignee", "ticket.assignee-unknown", assignee)));
        }
        return withAgent(null, assignee);
    }

    private PastCourse withAgent(String newAssignee, String newSourceAssignee) {
        return new PastCourse(
                newAssignee,
                newSourceAssignee,
                group,
                team,
                resolution,
                resolutionCode,
                resolvedAt,
                closedAt,
                reopenCount,
                slaMet,
                updates);
    }

    /** The event that tells it. */
    public TicketEvent told() {
        return new TicketEvent.Imported(IntStream.range(0, updates.size())
                .mapToObj(index -> updates.get(index).published(index + 1))
                .toList());
    }
}
