package io.kehu.gateway.directory;

import io.kehu.gateway.directory.RoleCatalogue.JobRole;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/roles")
@Tag(name = "Roles 角色")
@RunOnVirtualThread
public class RoleResource {

    private final RoleCatalogue roles;
    private final RosterReader roster;

    RoleResource(RoleCatalogue roles, RosterReader roster) {
        this.roles = roles;
        this.roster = roster;
    }

    @GET
    @RolesAllowed("user:read")
    @Operation(summary = "List job roles 角色列表 with the permission matrix 权限矩阵; filters: name, grants")
    public Slice<RoleView> list(@BeanParam DirectoryQuery query) {
        var fits = new RosterFilter<JobRole>(
                        Map.of("name", role -> List.of(role.name()), "grants", JobRole::grants), Set.of())
                .parse(query.filter);
        var wanted = query.q == null ? "" : query.q.strip();
        var found = roles.jobRoles().stream()
                .filter(fits)
                .filter(role -> role.name().contains(wanted)
                        || String.valueOf(role.description()).contains(wanted))
                .toList();
        var slice = Slice.of(found, JobRole::name, query, "roles");
        return new Slice<>(slice.items().stream().map(this::view).toList(), slice.nextCursor());
    }

    @GET
    @Path("/{name}")
    @RolesAllowed("user:read")
    @Operation(summary = "Get a job role 查看角色")
    public RoleView get(String name) {
        return roles.jobRoles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "role", name));
    }

    private RoleView view(JobRole role) {
        var users = roster.current().people().stream()
                .filter(person -> person.roles().contains(role.name()))
                .count();
        return new RoleView(role.name(), role.description(), users, Permissions.of(role.grants()));
    }
}
