package io.kehu.gateway.directory;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who asks, as the token says.
 *
 * @param team group path, or null
 */
record Caller(String username, String team, Set<String> roles) {

    private static final String PERSONAL_DATA = "pii:read";

    static Caller of(SecurityIdentity identity) {
        return new Caller(identity.getPrincipal().getName(), team(identity), identity.getRoles());
    }

    boolean administersUsers() {
        return roles.contains(Permissions.ADMINISTER_USERS);
    }

    boolean seesPersonalData() {
        return roles.contains(PERSONAL_DATA);
    }

    /** The claim holds one group path, as a string or as a list with the user's team first. */
    private static String team(SecurityIdentity identity) {
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
