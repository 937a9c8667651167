package io.kehu.servicedesk.visit;

import io.kehu.events.EventFamily;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.References;
import io.kehu.servicedesk.Ticket;
import io.kehu.servicedesk.Tickets;
import io.kehu.servicedesk.survey.Survey;
import io.kehu.servicedesk.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Judges whom and what a return visit is about; asked before a transaction opens. What it names already may stay. */
@ApplicationScoped
class VisitReferences {

    private static final VisitFields NOTHING = new VisitFields(null, null, null, null, null, null);

    private final References references;
    private final Tickets tickets;
    private final Surveys surveys;

    VisitReferences(References references, Tickets tickets, Surveys surveys) {
        this.references = references;
        this.tickets = tickets;
        this.surveys = surveys;
    }

    VisitFields settled(VisitFields fields) {
        return fields.ofCustomer(customer(NOTHING, fields));
    }

    /** The customer of it; 422 for what the caller may not see, and where nobody is named. */
    UUID customer(VisitFields before, VisitFields after) {
        if (after.areOfNobody()) {
            throw invalid(new InvalidField("customerId", "visit.of-nobody"));
        }
        var ticket = isNew(before.ticketId(), after.ticketId()) ? ticket(after.ticketId()) : null;
        var survey = isNew(before.surveyId(), after.surveyId()) ? survey(after.surveyId()) : null;
        if (isNew(before.contactId(), after.contactId())) {
            references.require("contactId", EventFamily.CONTACT, after.contactId());
        }
        if (after.customerId() != null) {
            return isNew(before.customerId(), after.customerId())
                    ? references.require("customerId", EventFamily.CUSTOMER, after.customerId())
                    : after.customerId();
        }
        return Optional.ofNullable(survey)
                .map(Survey::customerId)
                .or(() -> Optional.ofNullable(ticket)
                        .map(Ticket::fields)
                        .flatMap(fields -> Optional.ofNullable(fields.customerId())))
                .orElseGet(() -> customerOf(after.contactId()));
    }

    private static boolean isNew(UUID before, UUID after) {
        return after != null && !Objects.equals(before, after);
    }

    private UUID customerOf(UUID contactId) {
        return contactId == null
                ? null
                : references
                        .find(EventFamily.CONTACT, contactId)
                        .map(KnownRecord::customerId)
                        .orElse(null);
    }

    private Ticket ticket(UUID id) {
        return tickets.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> invalid(new InvalidField("ticketId", "reference.unknown", "ticket", id)));
    }

    private Survey survey(UUID id) {
        return surveys.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> invalid(new InvalidField("surveyId", "reference.unknown", "survey", id)));
    }

    private static Invalid invalid(InvalidField field) {
        return new Invalid("validation.failed", List.of(field));
    }
}
