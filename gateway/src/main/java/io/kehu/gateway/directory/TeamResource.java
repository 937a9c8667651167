package io.kehu.gateway.directory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/v1/teams")
@Tag(name = "Teams 部门")
@RunOnVirtualThread
public class TeamResource {

    private final TeamDirectory teams;
    private final TeamAdministration administration;
    private final ChangeTrail trail;
    private final SecurityIdentity identity;

    TeamResource(TeamDirectory teams, TeamAdministration administration, ChangeTrail trail, SecurityIdentity identity) {
        this.teams = teams;
        this.administration = administration;
        this.trail = trail;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("user:read")
    @Operation(summary = "List teams 部门列表 by path; filters: path, parent")
    public Slice<TeamView> list(@BeanParam DirectoryQuery query) {
        return teams.page(query);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("user:admin")
    @Operation(summary = "Create a team 新建部门")
    public TeamView create(@Valid @NotNull NewTeam team) {
        return administration.create(team, Caller.of(identity));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("user:read")
    @Operation(summary = "Get a team 查看部门")
    public TeamView get(String id) {
        return teams.require(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("user:admin")
    @Operation(summary = "Give a team another name 修改部门名称 (JSON Merge Patch)")
    public TeamView update(
            String id,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = TeamFields.class)))
                    Patch patch) {
        return administration.update(id, patch, ifMatch, Caller.of(identity));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("user:admin")
    @Operation(summary = "Remove a team 删除部门 that has neither members nor teams below it")
    public void delete(String id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        administration.delete(id, ifMatch, Caller.of(identity));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("user:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public Slice<RecordedChange> history(String id, @BeanParam PageQuery query) {
        teams.group(id);
        return trail.of("groups/" + id, query, Caller.of(identity));
    }
}
