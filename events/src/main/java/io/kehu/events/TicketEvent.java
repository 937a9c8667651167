package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What can happen to a ticket 服务请求. */
public sealed interface TicketEvent extends DomainEvent {

    record Opened() implements TicketEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements TicketEvent {}

    record Assigned(String previousAssignee, String assignee, String group) implements TicketEvent {}

    record StatusChanged(String from, String to, String reason) implements TicketEvent {}

    record Resolved(String from, String resolutionCode) implements TicketEvent {}

    record Closed(String from) implements TicketEvent {}

    /**
     * @param reason    in somebody's words, or {@code CUSTOMER_MESSAGE}
     * @param messageId the customer's message that did it, or null
     */
    record Reopened(String from, String reason, UUID messageId) implements TicketEvent {}

    /** Past taken over from another system: every status update in the order of the file, not held to the machine. */
    record Imported(List<StatusUpdate> updates) implements TicketEvent {}

    /**
     * Somebody wrote; what, stays with service-desk-service.
     *
     * @param visibility {@code PUBLIC} or {@code INTERNAL}
     * @param author     {@code AGENT} or {@code CUSTOMER}
     * @param from       the status that the customer's answer ended, or null
     */
    record MessageAdded(UUID messageId, String visibility, String author, String from, String to)
            implements TicketEvent {}

    /** The first public message of an agent. */
    record FirstResponded(UUID messageId) implements TicketEvent {}

    /** @param kind {@code PARENT}, {@code DUPLICATE_OF} or {@code RELATED} */
    record Linked(String kind, UUID otherTicketId) implements TicketEvent {}

    record Unlinked(String kind, UUID otherTicketId) implements TicketEvent {}

    record Deleted() implements TicketEvent {}

    record Restored() implements TicketEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements TicketEvent {}

    record Unknown(String type) implements TicketEvent {}

    /** @param sourceStatus the status in the other system's own words */
    record StatusUpdate(int position, String status, String sourceStatus, Instant at) {}
}
