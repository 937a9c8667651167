package io.kehu.gateway.directory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/v1/users")
@Tag(name = "Users 用户")
@RunOnVirtualThread
public class UserResource {

    private final UserDirectory users;
    private final UserAdministration administration;
    private final ChangeTrail trail;
    private final SecurityIdentity identity;

    UserResource(UserDirectory users, UserAdministration administration, ChangeTrail trail, SecurityIdentity identity) {
        this.users = users;
        this.administration = administration;
        this.trail = trail;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("user:read")
    @Operation(summary = "List users 用户列表 by username; filters: username, enabled, team, role; q: name, e-mail")
    public Slice<UserView> list(@BeanParam DirectoryQuery query) {
        return users.page(query, caller());
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("user:write")
    @Operation(summary = "Create a user 新建用户; reset-password gives the first password")
    public UserView create(@Valid @NotNull NewUser user) {
        return shown(administration.create(user, caller()));
    }

    @GET
    @Path("/{username}")
    @RolesAllowed("user:read")
    @Operation(summary = "Get a user 查看用户")
    public UserView get(String username) {
        return shown(users.require(username));
    }

    @PATCH
    @Path("/{username}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("user:write")
    @Operation(summary = "Change fields of a user 修改用户 (JSON Merge Patch)")
    public UserView update(
            String username,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = UserFields.class)))
                    Patch patch) {
        return shown(administration.update(username, patch, ifMatch, caller()));
    }

    @POST
    @Path("/{username}/disable")
    @RolesAllowed("user:write")
    @Operation(summary = "Keep a user out 停用: no login, no refresh; the present access token ends within five minutes")
    public UserView disable(String username, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(administration.setEnabled(username, false, ifMatch, caller()));
    }

    @POST
    @Path("/{username}/enable")
    @RolesAllowed("user:write")
    @Operation(summary = "Let a user in again 启用")
    public UserView enable(String username, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(administration.setEnabled(username, true, ifMatch, caller()));
    }

    @PUT
    @Path("/{username}/team")
    @RolesAllowed("user:write")
    @Operation(summary = "Move a user to another team 调动部门")
    public UserView move(
            String username, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull TeamMove move) {
        return shown(administration.move(username, move, ifMatch, caller()));
    }

    @PUT
    @Path("/{username}/roles")
    @RolesAllowed("user:admin")
    @Operation(summary = "Give a user exactly these job roles 分配角色")
    public UserView setRoles(
            String username,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull RoleAssignment assignment) {
        return shown(administration.setRoles(username, assignment.roles(), ifMatch, caller()));
    }

    @POST
    @Path("/{username}/reset-password")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @RolesAllowed("user:write")
    @Operation(summary = "Make a password for one login 重置密码; it ends all sessions of the user")
    public TemporaryPassword resetPassword(String username) {
        return administration.resetPassword(username, caller());
    }

    @GET
    @Path("/{username}/history")
    @RolesAllowed("user:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public Slice<RecordedChange> history(String username, @BeanParam PageQuery query) {
        return trail.of("users/" + users.require(username).id(), query, caller());
    }

    private Caller caller() {
        return Caller.of(identity);
    }

    private UserView shown(Person person) {
        return person.view(caller());
    }
}
