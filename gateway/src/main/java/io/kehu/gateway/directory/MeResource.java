package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@Tag(name = "Users 用户")
@RunOnVirtualThread
public class MeResource {

    private final UserDirectory users;
    private final SecurityIdentity identity;

    MeResource(UserDirectory users, SecurityIdentity identity) {
        this.users = users;
        this.identity = identity;
    }

    @GET
    @Authenticated
    @Operation(summary = "Who I am and what I may do 当前用户与权限")
    public MeView get() {
        var caller = Caller.of(identity);
        var account = account(caller).map(user -> Person.of(user, caller.team(), List.of()));
        return new MeView(
                caller.username(),
                account.map(Person::displayName).orElse(null),
                account.map(Person::email).orElse(null),
                caller.team(),
                caller.roles().stream().filter(Permissions::isJobRole).sorted().toList(),
                Permissions.of(caller.roles()));
    }

    /** What the token says must be told though Keycloak is away. */
    private Optional<JsonNode> account(Caller caller) {
        try {
            return users.representation(caller.username());
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.AWAY) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
