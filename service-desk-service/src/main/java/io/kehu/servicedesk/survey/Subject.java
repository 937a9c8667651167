package io.kehu.servicedesk.survey;

import io.kehu.events.ContractState;
import io.kehu.events.TicketState;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.servicedesk.questionnaire.Occasion;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Who is asked about what.
 *
 * @param id   of the occasion: the same one is always of the sample or never
 * @param owner who cares for the answer
 */
record Subject(
        Occasion occasion,
        UUID id,
        String owner,
        String team,
        UUID customerId,
        UUID contactId,
        UUID ticketId,
        UUID contractId,
        UUID productId,
        String agent,
        String ticketType,
        String ticketCategory,
        String priority) {

    /** A ticket as it was when it was closed; whoever owns it owns the survey. */
    static Subject of(TicketState ticket, UUID customerId) {
        return new Subject(
                Occasion.TICKET_CLOSED,
                ticket.id(),
                ticket.owner(),
                ticket.team(),
                customerId,
                ticket.contactId(),
                ticket.id(),
                ticket.contractId(),
                ticket.productId(),
                ticket.assignee(),
                ticket.type(),
                ticket.category(),
                ticket.priority());
    }

    /** A signed contract; the product is told where it is about one alone. */
    static Subject of(ContractState contract, UUID customerId) {
        var lines = contract.lines();
        return new Subject(
                Occasion.CONTRACT_SIGNED,
                contract.id(),
                contract.owner(),
                contract.team(),
                customerId,
                null,
                null,
                contract.id(),
                lines != null && lines.size() == 1 ? lines.getFirst().productId() : null,
                contract.owner(),
                null,
                null,
                null);
    }

    /** A customer whom it is time to ask. */
    static Subject of(KnownRecord customer, String questionnaire, LocalDate day) {
        var occasion = "%s:%s:%s".formatted(questionnaire, customer.id(), day);
        return new Subject(
                Occasion.SCHEDULE,
                UUID.nameUUIDFromBytes(occasion.getBytes(StandardCharsets.UTF_8)),
                customer.owner(),
                customer.team(),
                customer.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Somebody whom {@code owner} wants to ask. */
    static Subject byHand(String owner, String team, UUID customerId, UUID contactId) {
        return new Subject(
                Occasion.MANUAL, null, owner, team, customerId, contactId, null, null, null, null, null, null, null);
    }

    /** The same, asked about because somebody wants to, who owns the survey. */
    Subject byHand(String newOwner, String newTeam, UUID newContactId) {
        return new Subject(
                Occasion.MANUAL,
                id,
                newOwner,
                newTeam,
                customerId,
                newContactId == null ? contactId : newContactId,
                ticketId,
                contractId,
                productId,
                agent,
                ticketType,
                ticketCategory,
                priority);
    }

    /** The same, of which somebody else took care. */
    Subject servedBy(String newAgent) {
        return new Subject(
                occasion,
                id,
                owner,
                team,
                customerId,
                contactId,
                ticketId,
                contractId,
                productId,
                newAgent,
                ticketType,
                ticketCategory,
                priority);
    }
}
