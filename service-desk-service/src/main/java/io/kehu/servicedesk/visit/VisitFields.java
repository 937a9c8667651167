package io.kehu.servicedesk.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a return visit, when planning as when changing. */
@Schema(description = "The editable fields of a return visit 回访; a customer, contact, ticket or survey is needed")
public record VisitFields(
        @Schema(description = "When to call 计划时间", examples = "2026-04-01T02:00:00Z") @NotNull
        Instant plannedAt,

        @Schema(description = "What for 回访目的") @Size(max = 2000)
        String purpose,

        @Schema(description = "The customer 客户; that of the survey, ticket or contact when left out")
        UUID customerId,

        @Schema(description = "Whom to call 联系人") UUID contactId,

        @Schema(description = "The ticket 服务请求 that it is about")
        UUID ticketId,

        @Schema(description = "The survey 满意度调查 that is to be answered in the call, or was")
        UUID surveyId) {

    VisitFields ofCustomer(UUID newCustomerId) {
        return new VisitFields(plannedAt, purpose, newCustomerId, contactId, ticketId, surveyId);
    }

    VisitFields ofTicket(UUID newTicketId) {
        return new VisitFields(plannedAt, purpose, customerId, contactId, newTicketId, surveyId);
    }

    boolean areOfNobody() {
        return customerId == null && contactId == null && ticketId == null && surveyId == null;
    }
}
