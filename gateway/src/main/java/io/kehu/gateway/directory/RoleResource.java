package io.kehu.gateway.directory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/roles")
@Tag(name = "Roles 角色")
@RunOnVirtualThread
public class RoleResource {

    private final RoleDirectory roles;
    private final RoleAdministration administration;
    private final ChangeTrail trail;
    private final SecurityIdentity identity;

    RoleResource(RoleDirectory roles, RoleAdministration administration, ChangeTrail trail, SecurityIdentity identity) {
        this.roles = roles;
        this.administration = administration;
        this.trail = trail;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("user:read")
    @Operation(summary = "List job roles 角色列表 with the permission matrix 权限矩阵; filters: name, grants")
    public Slice<RoleView> list(@BeanParam DirectoryQuery query) {
        return roles.page(query);
    }

    @GET
    @Path("/{name}")
    @RolesAllowed("user:read")
    @Operation(summary = "Get a job role 查看角色")
    public RoleView get(String name) {
        return roles.view(roles.require(name));
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed("user:admin")
    @Operation(summary = "Make a job role, or change what it allows 新建或修改角色; who has it has that with his next token")
    public RestResponse<RoleView> put(
            String name, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull RoleFields fields) {
        return administration.put(name, fields, ifMatch, Caller.of(identity));
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed("user:admin")
    @Operation(summary = "Remove a job role 删除角色 that nobody has")
    public void delete(String name, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        administration.delete(name, ifMatch, Caller.of(identity));
    }

    @GET
    @Path("/{name}/history")
    @RolesAllowed("user:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public Slice<RecordedChange> history(String name, @BeanParam PageQuery query) {
        return trail.of("roles/" + roles.require(name).name(), query, Caller.of(identity));
    }
}
