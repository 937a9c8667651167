package io.kehu.platform.access;

import io.kehu.platform.problem.Unavailable;
import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The token of this service's own account, by which it asks others on nobody's behalf. */
@ApplicationScoped
public class ServiceToken {

    private static final Logger LOG = Logger.getLogger(ServiceToken.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instance<OidcClient> tokens;

    ServiceToken(Instance<OidcClient> tokens) {
        this.tokens = tokens;
    }

    /** The value of an {@code Authorization} header; whatever keeps a token away passes, as far as the caller is concerned. */
    public String bearer() {
        try {
            return "Bearer " + tokens.get().getTokens().await().atMost(PATIENCE).getAccessToken();
        } catch (RuntimeException e) {
            LOG.warnf("No token for asking another service: %s", e.toString());
            throw new Unavailable("service.unavailable");
        }
    }
}
