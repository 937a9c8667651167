package io.kehu.servicedesk.type;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/ticket-types")
@Tag(name = "Ticket types 请求类型")
@RunOnVirtualThread
@Idempotent
public class TicketTypeResource {

    private final TicketTypes types;

    TicketTypeResource(TicketTypes types) {
        this.types = types;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "List the types of tickets with their settings 请求类型列表, all on one page")
    public Page<TypeSettingsView> listTypes() {
        return new Page<>(types.all(), null, null);
    }

    @GET
    @Path("/{type}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get a type of tickets with its settings 查看请求类型")
    public TypeSettingsView getType(String type) {
        return types.require(type);
    }

    @PUT
    @Path("/{type}")
    @RolesAllowed("ticket:admin")
    @Operation(
            summary =
                    "Define a type of tickets, or set what holds for one 设置请求类型: where they go, what they need, what they are promised, when they are closed; it is not deleted but set inactive")
    public TypeSettingsView putType(
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}") String type, @Valid @NotNull TypeSettings settings) {
        return types.put(type, settings);
    }
}
