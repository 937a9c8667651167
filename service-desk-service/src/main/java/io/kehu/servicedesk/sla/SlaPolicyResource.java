package io.kehu.servicedesk.sla;

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

@Path("/v1/sla-policies")
@Tag(name = "Service levels 服务级别")
@RunOnVirtualThread
@Idempotent
public class SlaPolicyResource {

    private final SlaPolicies policies;

    SlaPolicyResource(SlaPolicies policies) {
        this.policies = policies;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "List service level policies 服务级别策略列表 as they are now, in their order, all on one page")
    public Page<SlaPolicyView> listPolicies() {
        return new Page<>(policies.current(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get a service level policy 查看服务级别策略 as it is now")
    public SlaPolicyView getPolicy(String key) {
        return policies.require(key);
    }

    @GET
    @Path("/{key}/versions")
    @RolesAllowed("ticket:read")
    @Operation(summary = "List the versions of a service level policy 服务级别策略历史版本, the newest first, all on one page")
    public Page<SlaPolicyView> listVersions(String key) {
        policies.require(key);
        return new Page<>(policies.versions(key), null, null);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("ticket:admin")
    @Operation(
            summary =
                    "Define a service level policy, or change one 定义服务级别策略: that makes another version, and tickets keep the one that they were opened under; it is not deleted but set inactive")
    public SlaPolicyView putPolicy(
            @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String key, @Valid @NotNull SlaPolicy policy) {
        return policies.put(key, policy);
    }
}
