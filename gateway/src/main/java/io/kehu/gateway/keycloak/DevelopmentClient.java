package io.kehu.gateway.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends a gateway in production whose realm still lets in the shipped account of another system: its secret, which everybody
 * knows, stands in no setting of ours, so Keycloak is asked, as soon as it answers.
 */
@ApplicationScoped
class DevelopmentClient {

    private static final Logger LOG = Logger.getLogger(DevelopmentClient.class);

    private final KeycloakConfig config;
    private final ObjectMapper json;
    private final boolean development;
    private boolean asked;

    DevelopmentClient(
            KeycloakConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "kehu.development", defaultValue = "false") boolean development) {
        this.config = config;
        this.json = json;
        this.development = development;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        if (asked || development || !ConfigUtils.isProfileActive("prod")) {
            return;
        }
        try {
            if (isLetIn()) {
                LOG.fatal("The realm lets kehu-integration in by a secret of development, which is known to everybody;"
                        + " remove the client, or set KEHU_DEVELOPMENT=true where this is no production");
                Quarkus.asyncExit(1);
            }
            asked = true;
        } catch (IOException away) {
            LOG.debugf("Keycloak is asked again: %s", away.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isLetIn() throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.patience())
                .build()) {
            return new AccountToken(http, config, new Shipped(), json).isGranted();
        }
    }

    /** As the realm file of development has it. */
    private record Shipped() implements KeycloakConfig.Account {

        @Override
        public String client() {
            return "kehu-integration";
        }

        @Override
        public String secret() {
            return "kehu-development-secret";
        }
    }
}
