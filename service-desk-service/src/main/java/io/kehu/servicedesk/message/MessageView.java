package io.kehu.servicedesk.message;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as the API shows it. */
@Schema(name = "Message", description = "A message 消息 of a ticket")
public record MessageView(
        UUID id,
        UUID ticketId,
        Message.Visibility visibility,
        Message.Author author,
        String body,
        Instant sentAt,
        String writtenBy) {}
