package io.kehu.reporting;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;

/** Gives this service its own token where no identity provider runs. */
@Alternative
@Priority(1)
@ApplicationScoped
class ServiceAccount implements OidcClient {

    static final String TOKEN = "service-token";

    @Override
    public Uni<Tokens> getTokens(Map<String, String> parameters) {
        return Uni.createFrom().item(new Tokens(TOKEN, null, null, null, null, null, "kehu-service"));
    }

    @Override
    public Uni<Tokens> refreshTokens(String refreshToken, Map<String, String> parameters) {
        return getTokens(parameters);
    }

    @Override
    public Uni<Boolean> revokeAccessToken(String accessToken, Map<String, String> parameters) {
        return Uni.createFrom().item(true);
    }

    @Override
    public void close() {}
}
