package io.kehu.servicedesk;

import io.kehu.platform.listing.Page;
import io.kehu.platform.savedview.SaveView;
import io.kehu.platform.savedview.SavedView;
import io.kehu.platform.savedview.SavedViews;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/tickets/views")
@Tag(name = "Tickets 服务请求")
@RunOnVirtualThread
@Idempotent
public class SavedViewResource {

    private final SavedViews views;

    SavedViewResource(SavedViews views) {
        this.views = views;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(
            summary =
                    "List your saved views, and those shared with you, of tickets, surveys and the like 视图列表, all on one page")
    public Page<SavedView> listViews(@RestQuery String resource) {
        return views.list(resource);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get a saved view 查看视图")
    public SavedView getView(UUID id) {
        return views.require(id);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("ticket:read")
    @Operation(
            summary =
                    "Save a view of tickets, surveys and the like 保存视图, for yourself, for teams or for all; lists take it as ?view=")
    public SavedView createView(@Valid @NotNull SaveView view) {
        return views.create(view);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Replace a saved view of your own 修改视图")
    public SavedView replaceView(UUID id, @Valid @NotNull SaveView view) {
        return views.replace(id, view);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Delete a saved view of your own 删除视图")
    public void deleteView(UUID id) {
        views.delete(id);
    }
}
