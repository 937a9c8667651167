package io.kehu.servicedesk.type;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.servicedesk.TicketType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings of a type as the API shows them. */
@Schema(name = "TicketTypeSettingsView", description = "Settings of a type of tickets 请求类型设置")
public record TypeSettingsView(
        TicketType type, @JsonUnwrapped TypeSettings settings, Instant updatedAt, String updatedBy) {

    static TypeSettingsView nothingSet(TicketType type) {
        return new TypeSettingsView(type, TypeSettings.NONE, null, null);
    }
}
