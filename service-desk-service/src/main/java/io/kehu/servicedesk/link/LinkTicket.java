package io.kehu.servicedesk.link;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a ticket is to another. */
@Schema(description = "What a ticket is to another 关联请求")
public record LinkTicket(
        @NotNull LinkKind kind,

        @Schema(description = "The other ticket") @NotNull UUID ticketId) {}
