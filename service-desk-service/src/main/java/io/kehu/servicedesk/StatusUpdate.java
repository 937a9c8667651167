package io.kehu.servicedesk;

import io.kehu.events.TicketEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of a ticket's status history: a change, or for imported past an update that may repeat the status. */
@Embeddable
@Schema(description = "One entry of the status history 状态记录")
public record StatusUpdate(
        @Enumerated(EnumType.STRING) TicketStatus status,

        @Schema(description = "The status in the words of the system that it was imported from 原系统状态", nullable = true)
        @Size(max = 100)
        String sourceStatus,

        @Schema(description = "When the status was entered, or told again, in business time")
        Instant at,

        @Schema(description = "Why; CUSTOMER_MESSAGE if a customer's message reopened it 原因", nullable = true)
        String reason) {

    /** The same as published. */
    public TicketEvent.StatusUpdate published(int position) {
        return new TicketEvent.StatusUpdate(position, status.name(), sourceStatus, at);
    }
}
