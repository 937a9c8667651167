package io.kehu.gateway.routing;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who asks, by the token: as much as the limits and the request log need to know.
 *
 * @param hash of the user, reckoned once for as long as the token is known
 */
record Caller(String user, String client, String hash) {

    private static final String KEY = Caller.class.getName();

    Caller(String user, String client) {
        this(user, client, RequestLog.hash(user));
    }

    static Caller of(SecurityIdentity identity) {
        var user = identity.getPrincipal().getName();
        var client = identity.getPrincipal() instanceof JsonWebToken token ? token.<String>getClaim("azp") : null;
        return new Caller(user, client == null ? "unnamed" : client);
    }

    /** Empty without a valid token. */
    static Optional<Caller> of(RoutingContext exchange) {
        return Optional.ofNullable(exchange.get(KEY));
    }

    void remember(RoutingContext exchange) {
        exchange.put(KEY, this);
    }
}
