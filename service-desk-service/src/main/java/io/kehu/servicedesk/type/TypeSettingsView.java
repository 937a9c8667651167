package io.kehu.servicedesk.type;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A type as the API shows it. */
@Schema(name = "TicketTypeSettingsView", description = "A type of tickets 请求类型 with its settings")
public record TypeSettingsView(
        @Schema(examples = "REPAIR") String type,
        @JsonUnwrapped TypeSettings settings,
        Instant updatedAt,
        String updatedBy) {}
