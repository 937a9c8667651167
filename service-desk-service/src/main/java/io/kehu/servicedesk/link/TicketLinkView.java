package io.kehu.servicedesk.link;

import io.kehu.servicedesk.TicketStatus;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link as the API shows it, seen from one of its ends. */
@Schema(name = "TicketLink", description = "A link between tickets 关联请求")
public record TicketLinkView(
        LinkKind kind,

        @Schema(description = "Whether the other one says it of this one, for instance that this is its parent")
        boolean incoming,

        @Schema(description = "The other ticket") UUID ticketId,
        String number,
        String subject,
        TicketStatus status) {}
