package io.kehu.servicedesk.queue;

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

@Path("/v1/support-groups")
@Tag(name = "Support groups 处理组")
@RunOnVirtualThread
@Idempotent
public class SupportGroupResource {

    private final SupportGroups groups;

    SupportGroupResource(SupportGroups groups) {
        this.groups = groups;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "List support groups 处理组列表, all on one page; the queue of one: /v1/tickets?filter=group==…")
    public Page<SupportGroupView> listGroups() {
        return new Page<>(groups.all(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get a support group 查看处理组")
    public SupportGroupView getGroup(String key) {
        return groups.require(key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("ticket:admin")
    @Operation(summary = "Define a support group, or change one 定义处理组; it is not deleted but set inactive")
    public SupportGroupView putGroup(
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String key, @Valid @NotNull SupportGroup group) {
        return groups.put(key, group);
    }
}
