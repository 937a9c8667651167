package io.kehu.reporting.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.events.EventJson;
import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Asks the services that own the records over REST. Whoever does not answer is told, not an error. */
@ApplicationScoped
class SourceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REPLAY_PATIENCE = Duration.ofMinutes(10);

    private final Config config;
    private final Instance<OidcClient> tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    SourceClient(Config config, Instance<OidcClient> tokens) {
        this.config = config;
        this.tokens = tokens;
    }

    /** Either the body, or why there is none. */
    record Answer(JsonNode body, String trouble) {

        boolean here() {
            return body != null;
        }
    }

    /** What {@code service} answers to this suite's own account. */
    Answer get(String service, String path) {
        String token;
        try {
            token = "Bearer "
                    + tokens.get().getTokens().await().atMost(PATIENCE).getAccessToken();
        } catch (RuntimeException _) {
            return new Answer(null, "the identity provider gives no token");
        }
        return ask(request(service, path, token).timeout(PATIENCE).build());
    }

    /** Posts on behalf of the caller whose {@code Authorization} header it is, because that may only who may do it there. */
    Answer post(String service, String path, Object body, String authorization) {
        return ask(request(service, path, authorization)
                .timeout(REPLAY_PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EventJson.write(body)))
                .build());
    }

    private HttpRequest.Builder request(String service, String path, String authorization) {
        var address = config.getValue("kehu.services." + service + ".url", String.class);
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization);
    }

    private Answer ask(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? new Answer(EventJson.mapper().readTree(answer.body()), null)
                    : new Answer(null, "it answers " + answer.statusCode());
        } catch (IOException _) {
            return new Answer(null, "it does not answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(null, "this service is stopping");
        }
    }
}
