package io.kehu.gateway.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.gateway.keycloak.KeycloakConfig.Account;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jboss.logging.Logger;

/** The access token of an account of the gateway, asked for anew shortly before it ends. */
final class AccountToken {

    private static final Logger LOG = Logger.getLogger(AccountToken.class);
    private static final int MARGIN_SECONDS = 20;

    private final HttpClient http;
    private final KeycloakConfig config;
    private final Account account;
    private final ObjectMapper json;
    private String value;
    private Instant end = Instant.EPOCH;

    AccountToken(HttpClient http, KeycloakConfig config, Account account, ObjectMapper json) {
        this.http = http;
        this.config = config;
        this.account = account;
        this.json = json;
    }

    synchronized String value() throws IOException, InterruptedException {
        if (Instant.now().isBefore(end)) {
            return value;
        }
        var answer = ask();
        if (answer.statusCode() != 200) {
            LOG.errorf("Keycloak gives the client %s no token: %d", account.client(), answer.statusCode());
            throw new Refused(Refusal.AWAY);
        }
        var grant = json.readTree(answer.body());
        value = grant.path("access_token").asText();
        end = Instant.now().plusSeconds(grant.path("expires_in").asLong() - MARGIN_SECONDS);
        return value;
    }

    /** Whether the account is let in; fails while Keycloak does not answer sensibly. */
    boolean isGranted() throws IOException, InterruptedException {
        var status = ask().statusCode();
        if (status >= 500) {
            throw new IOException("Keycloak answers " + status);
        }
        return status == 200;
    }

    private HttpResponse<byte[]> ask() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encode(account.client()), encode(account.secret()));
        var request = HttpRequest.newBuilder(
                        URI.create(config.url() + "/realms/" + config.realm() + "/protocol/openid-connect/token"))
                .timeout(config.patience())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    synchronized void forget() {
        end = Instant.EPOCH;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
