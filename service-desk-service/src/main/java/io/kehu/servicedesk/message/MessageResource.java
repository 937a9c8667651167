package io.kehu.servicedesk.message;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/tickets/{id}/messages")
@Tag(name = "Tickets 服务请求")
@RunOnVirtualThread
@Idempotent
public class MessageResource {

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("ticket:write")
    @Operation(
            summary =
                    "Write to the customer, enter what the customer wrote, or leave a note 添加消息; only a public message of an agent is a response, a customer's answer ends the waiting for it, and reopens what was resolved or, for the days that the type says, closed")
    public MessageView writeMessage(UUID id, @Valid @NotNull WriteMessage command) {
        return messages.write(id, command);
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "List the messages of a ticket 消息列表, the first one first")
    public Page<MessageView> listMessages(
            UUID id,
            @RestQuery Message.Visibility visibility,
            @RestQuery UUID cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return messages.page(id, visibility, cursor, limit);
    }
}
