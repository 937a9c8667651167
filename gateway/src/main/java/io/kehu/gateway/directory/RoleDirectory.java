package io.kehu.gateway.directory;

import io.kehu.gateway.directory.RoleCatalogue.JobRole;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds job roles and shows them with the number of their users. */
@ApplicationScoped
class RoleDirectory {

    private final RoleCatalogue roles;
    private final RosterReader roster;

    RoleDirectory(RoleCatalogue roles, RosterReader roster) {
        this.roles = roles;
        this.roster = roster;
    }

    Slice<RoleView> page(DirectoryQuery query) {
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

    JobRole require(String name) {
        return roles.named(name).orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "role", name));
    }

    RoleView view(JobRole role) {
        var users = roster.current().people().stream()
                .filter(person -> person.roles().contains(role.name()))
                .count();
        return new RoleView(role.name(), role.description(), users, Permissions.of(role.grants()));
    }
}
