package io.kehu.servicedesk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next status of a ticket. */
@Schema(description = "The next status 变更状态")
public record ChangeStatus(
        @NotNull TicketStatus status,

        @Schema(description = "Needed to reject, to reopen, to cancel and for a duplicate 原因") @Size(max = 1000)
        String reason) {}
