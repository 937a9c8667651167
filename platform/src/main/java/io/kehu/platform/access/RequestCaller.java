package io.kehu.platform.access;

import io.kehu.events.Origin;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the current request, made from its token once. */
@RequestScoped
@Unremovable
class RequestCaller {

    private final SecurityIdentity identity;
    private Caller caller;

    RequestCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    Caller caller() {
        if (caller == null) {
            caller = identity.isAnonymous() ? Caller.nobody() : fromToken();
        }
        return caller;
    }

    private Caller fromToken() {
        var roles = identity.getRoles();
        return new Caller(identity.getPrincipal().getName(), team(), Scope.widest(roles), roles, Origin.API, null);
    }

    /** The claim holds one group path, as a string or as a list with the user's team first. */
    private String team() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        Object claim = token.getClaim("team");
        var first = claim instanceof Collection<?> paths
                ? paths.stream().findFirst().orElse(null)
                : claim;
        return switch (first) {
            case null -> null;
            case JsonString path -> path.getString();
            default -> first.toString();
        };
    }
}
