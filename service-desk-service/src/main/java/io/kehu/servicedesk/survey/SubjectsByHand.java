package io.kehu.servicedesk.survey;

import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.References;
import io.kehu.servicedesk.Ticket;
import io.kehu.servicedesk.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Finds those whom somebody wants to ask; asked before a transaction opens. */
@ApplicationScoped
class SubjectsByHand {

    private final References references;
    private final Tickets tickets;

    SubjectsByHand(References references, Tickets tickets) {
        this.references = references;
        this.tickets = tickets;
    }

    /** 422 for what does not exist or may not be seen, and where nobody is named. */
    Subject of(SendSurvey command) {
        var caller = Caller.current();
        var contactId = references.require("contactId", EventFamily.CONTACT, command.contactId());
        var customerId = references.require("customerId", EventFamily.CUSTOMER, command.customerId());
        if (command.ticketId() != null) {
            var ticket = ticket(command.ticketId()).state();
            var known = customerId == null ? ticket.customerId() : customerId;
            return Subject.of(ticket, known).byHand(caller.username(), caller.team(), contactId);
        }
        if (contactId == null && customerId == null) {
            throw invalid(new InvalidField("customerId", "survey.of-nobody"));
        }
        return Subject.byHand(
                caller.username(), caller.team(), customerId == null ? customerOf(contactId) : customerId, contactId);
    }

    private Ticket ticket(UUID id) {
        return tickets.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> invalid(new InvalidField("ticketId", "reference.unknown", "ticket", id)));
    }

    private UUID customerOf(UUID contactId) {
        return references
                .find(EventFamily.CONTACT, contactId)
                .map(KnownRecord::customerId)
                .orElse(null);
    }

    private static Invalid invalid(InvalidField field) {
        return new Invalid("validation.failed", List.of(field));
    }
}
