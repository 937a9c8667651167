package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.directory.RoleCatalogue.JobRole;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Keeps an administrator from locking everybody out, and whoever is none from rising above himself. */
@ApplicationScoped
class Safeguard {

    private static final String ADMINISTRATOR = "admin";
    private static final Set<String> OF_ADMINISTRATORS =
            new TreeSet<>(Set.of("user:read", "user:write", Permissions.ADMINISTER_USERS));

    /** What one service may ask of another. */
    private static final String SERVICE = "service";

    private final KeycloakAdmin keycloak;
    private final UserDirectory users;
    private final RoleCatalogue roles;

    Safeguard(KeycloakAdmin keycloak, UserDirectory users, RoleCatalogue roles) {
        this.keycloak = keycloak;
        this.users = users;
        this.roles = roles;
    }

    /** A password or an address set by another is as good as the account itself. */
    void requireAuthority(Caller caller, Person target) {
        if (!caller.administersUsers() && !caller.roles().containsAll(users.grants(target))) {
            throw new Refused(Refusal.ABOVE);
        }
    }

    /** The team decides which rows somebody sees. */
    void requireNoMoveOfOneself(Caller caller, Person target) {
        if (!caller.administersUsers() && target.username().equals(caller.username())) {
            throw new Refused(Refusal.SELF_MOVE);
        }
    }

    void requireNotLocking(Caller caller, Person target) {
        if (target.username().equals(caller.username())) {
            throw new Refused(Refusal.SELF_DISABLE);
        }
        if (users.grants(target).contains(Permissions.ADMINISTER_USERS)) {
            requireAnotherAdministrator(target);
        }
    }

    /** @param wanted all job roles that the target will have */
    void requireStillAdministered(Caller caller, Person target, Set<String> wanted) {
        var administrating = roles.administrating().stream().map(JobRole::name).toList();
        var administratedBefore = target.roles().stream().anyMatch(administrating::contains);
        if (!administratedBefore || wanted.stream().anyMatch(administrating::contains)) {
            return;
        }
        if (target.username().equals(caller.username())) {
            throw new Refused(Refusal.SELF_DEMOTION);
        }
        if (target.enabled()) {
            requireAnotherAdministrator(target);
        }
    }

    /**
     * The administrator's role keeps what it takes to undo any change here, and the suite's own account all of its role.
     *
     * @param wanted what the role will grant
     */
    void requireStillAdministered(Caller caller, JobRole role, Set<String> wanted) {
        if (role.name().equals(SERVICE)) {
            throw new Refused(Refusal.ROLE_NEEDED, SERVICE, String.join(", ", role.grants()));
        }
        if (role.name().equals(ADMINISTRATOR) && !wanted.containsAll(OF_ADMINISTRATORS)) {
            throw new Refused(Refusal.ROLE_NEEDED, ADMINISTRATOR, String.join(", ", OF_ADMINISTRATORS));
        }
        if (!role.grants().contains(Permissions.ADMINISTER_USERS) || wanted.contains(Permissions.ADMINISTER_USERS)) {
            return;
        }
        var others = roles.administrating().stream()
                .filter(other -> !other.name().equals(role.name()))
                .toList();
        if (others.stream().map(JobRole::name).noneMatch(caller.roles()::contains)) {
            throw new Refused(Refusal.SELF_DEMOTION);
        }
        if (administrators(others).findAny().isEmpty()) {
            throw new Refused(Refusal.LAST_ADMINISTRATOR);
        }
    }

    private void requireAnotherAdministrator(Person target) {
        var others = administrators(roles.administrating())
                .anyMatch(user -> !user.path("id").asText().equals(target.id()));
        if (!others) {
            throw new Refused(Refusal.LAST_ADMINISTRATOR);
        }
    }

    private Stream<JsonNode> administrators(List<JobRole> administrating) {
        return administrating.stream()
                .map(role -> keycloak.all("/roles/" + KeycloakAdmin.encode(role.name()) + "/users"))
                .flatMap(Collection::stream)
                .filter(user -> user.path("enabled").asBoolean())
                .filter(user -> Person.isPerson(user.path("username").asText()));
    }
}
