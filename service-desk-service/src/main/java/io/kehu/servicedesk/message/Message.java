package io.kehu.servicedesk.message;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A message 消息 of a ticket: what was written once stays. A part of the ticket that grows without bound, so a row of its own. */
@Entity
@Immutable
@Table(name = "ticket_message")
public class Message {

    /** Who may read it. */
    @Schema(name = "MessageVisibility")
    public enum Visibility {
        PUBLIC,
        INTERNAL
    }

    /** Whose words they are, whoever enters them. */
    @Schema(name = "MessageAuthor")
    public enum Author {
        AGENT,
        CUSTOMER
    }

    @Id
    private UUID id;

    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Author author;

    private String body;
    private Instant sentAt;
    private String writtenBy;

    protected Message() {}

    public Message(UUID ticketId, WriteMessage command) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.ticketId = ticketId;
        this.visibility = command.visibility();
        this.author = command.author();
        this.body = command.body();
        this.sentAt = EventLog.now();
        this.writtenBy = Caller.current().username();
    }

    /** Whether the customer has an answer by it: internal notes are none. */
    public boolean answersCustomer() {
        return visibility == Visibility.PUBLIC && author == Author.AGENT;
    }

    public boolean isOfCustomer() {
        return author == Author.CUSTOMER;
    }

    public UUID id() {
        return id;
    }

    public Visibility visibility() {
        return visibility;
    }

    public Author author() {
        return author;
    }

    public Instant sentAt() {
        return sentAt;
    }

    MessageView view() {
        return new MessageView(id, ticketId, visibility, author, body, sentAt, writtenBy);
    }
}
