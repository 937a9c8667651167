package io.kehu.gateway.directory;

import io.kehu.gateway.directory.ChangeNote.Action;
import io.kehu.gateway.directory.RoleCatalogue.JobRole;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes, changes and removes job roles, one change at a time, as {@link UserAdministration} does users. */
@ApplicationScoped
class RoleAdministration {

    private final RoleDirectory directory;
    private final RoleCatalogue roles;
    private final RosterReader roster;
    private final RoleWriter writer;
    private final Safeguard safeguard;
    private final ReentrantLock changing = new ReentrantLock();

    RoleAdministration(
            RoleDirectory directory, RoleCatalogue roles, RosterReader roster, RoleWriter writer, Safeguard safeguard) {
        this.directory = directory;
        this.roles = roles;
        this.roster = roster;
        this.writer = writer;
        this.safeguard = safeguard;
    }

    RestResponse<RoleView> put(String name, RoleFields fields, String ifMatch, Caller caller) {
        return alone(() -> {
            var wanted = fields.permissions().roles();
            requireKnown(fields.permissions());
            var present = roles.named(name);
            if (present.isEmpty()) {
                requireName(name);
                if (ifMatch != null) {
                    throw new Refused(Refusal.STALE, "none");
                }
                writer.create(
                        name,
                        fields.description(),
                        wanted,
                        note(caller, Action.CREATED)
                                .with("description", null, fields.description())
                                .with("permissions", Set.of(), wanted));
                return answer(RestResponse.Status.CREATED, name);
            }
            change(present.get(), fields.description(), wanted, ifMatch, caller);
            return answer(RestResponse.Status.OK, name);
        });
    }

    private void change(JobRole role, String description, Set<String> wanted, String ifMatch, Caller caller) {
        EntityTags.require(ifMatch, directory.view(role));
        var granted = Permissions.of(role.grants()).roles();
        if (wanted.equals(granted) && Objects.equals(description, role.description())) {
            return;
        }
        safeguard.requireStillAdministered(caller, role, wanted);
        writer.change(
                role,
                description,
                wanted,
                note(caller, Action.PERMISSIONS_CHANGED)
                        .with("description", role.description(), description)
                        .with("permissions", granted, wanted));
    }

    void delete(String name, String ifMatch, Caller caller) {
        alone(() -> {
            var role = directory.require(name);
            EntityTags.require(ifMatch, directory.view(role));
            safeguard.requireStillAdministered(caller, role, Set.of());
            var users = writer.users(role);
            if (users > 0) {
                throw new Refused(Refusal.ROLE_IN_USE, users);
            }
            writer.delete(
                    role,
                    note(caller, Action.DELETED)
                            .with("description", role.description(), null)
                            .with("permissions", Permissions.of(role.grants()).roles(), Set.of()));
            return null;
        });
    }

    private static ChangeNote note(Caller caller, Action action) {
        return ChangeNote.of(caller.username(), action);
    }

    private RestResponse<RoleView> answer(RestResponse.Status status, String name) {
        forget();
        return RestResponse.status(status, directory.view(directory.require(name)));
    }

    private <T> T alone(Supplier<T> work) {
        changing.lock();
        try {
            roles.forget();
            return work.get();
        } finally {
            forget();
            changing.unlock();
        }
    }

    private void forget() {
        roles.forget();
        roster.forget();
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9-]{1,49}") || !Permissions.isJobRole(name)) {
            throw Refused.field("name", Refusal.ROLE_NAME);
        }
    }

    private void requireKnown(Permissions wanted) {
        var unknown = new ArrayList<Refused.Field>();
        wanted.modules()
                .forEach((module, levels) -> levels.stream()
                        .map(level -> module + ":" + level)
                        .filter(role -> !Permissions.isOfMatrix(role)
                                || !roles.permissions().containsKey(role))
                        .map(role ->
                                new Refused.Field("permissions.modules." + module, Refusal.PERMISSION_UNKNOWN, role))
                        .forEach(unknown::add));
        if (!unknown.isEmpty()) {
            throw Refused.fields(unknown);
        }
    }
}
