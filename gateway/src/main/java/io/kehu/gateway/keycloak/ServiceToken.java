package io.kehu.gateway.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;

/** The token by which the gateway asks a service something on nobody's behalf. */
@ApplicationScoped
public class ServiceToken {

    private final AccountToken token;

    ServiceToken(KeycloakConfig config, ObjectMapper json) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.patience())
                .build();
        token = new AccountToken(http, config, config.service(), json);
    }

    /** The value of an {@code Authorization} header. Fails with {@link Refusal#AWAY} if Keycloak gives no token. */
    public String bearer() {
        try {
            return "Bearer " + token.value();
        } catch (IOException e) {
            throw new Refused(Refusal.AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.AWAY);
        }
    }
}
