package io.kehu.gateway.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keycloak's admin API of our realm, spoken plainly: the few calls that are needed do not pay for its client library. Its
 * answer of another status than success and 404 is a {@link KeycloakRefusal}; silence is {@link Refusal#AWAY}.
 */
@ApplicationScoped
public class KeycloakAdmin {

    private static final Logger LOG = Logger.getLogger(KeycloakAdmin.class);
    private static final int PAGE = 500;

    private final HttpClient http;
    private final KeycloakConfig config;
    private final ObjectMapper json;
    private final AccountToken token;

    KeycloakAdmin(KeycloakConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.patience())
                .build();
        token = new AccountToken(http, config, config.admin(), json);
    }

    /** What stands at {@code path}, or empty for 404. */
    public Optional<JsonNode> find(String path) {
        var answer = exchange("GET", path, null);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer));
    }

    public JsonNode get(String path) {
        return find(path).orElseThrow(() -> new KeycloakRefusal(404, MissingNode.getInstance()));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        while (true) {
            var page = get(path + separator + "first=" + items.size() + "&max=" + PAGE);
            page.forEach(items::add);
            if (page.size() < PAGE) {
                return items;
            }
        }
    }

    public void put(String path, JsonNode body) {
        require(exchange("PUT", path, body));
    }

    public void post(String path, JsonNode body) {
        require(exchange("POST", path, body));
    }

    public void delete(String path, JsonNode body) {
        require(exchange("DELETE", path, body));
    }

    /** The id of the account that these calls are made with. */
    public String ownAccount() {
        var name = "service-account-" + config.admin().client();
        return get("/users?exact=true&username=" + encode(name))
                .path(0)
                .path("id")
                .asText();
    }

    /** {@code text} as a part of a path or query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void require(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == 404) {
            throw new KeycloakRefusal(404, read(answer));
        }
    }

    private HttpResponse<byte[]> exchange(String method, String path, JsonNode body) {
        try {
            var answer = send(method, path, body);
            if (answer.statusCode() == 401) {
                token.forget();
                answer = send(method, path, body);
            }
            var status = answer.statusCode();
            if (status >= 500 || status == 401 || status == 403) {
                LOG.errorf("Keycloak answers %d to %s %s", status, method, path);
                throw new Refused(Refusal.AWAY);
            }
            if (status >= 400 && status != 404) {
                throw new KeycloakRefusal(status, read(answer));
            }
            return answer;
        } catch (IOException e) {
            LOG.warnf("Keycloak does not answer: %s", e.toString());
            throw new Refused(Refusal.AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.AWAY);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, JsonNode body)
            throws IOException, InterruptedException {
        var content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        var request = HttpRequest.newBuilder(URI.create(config.url() + "/admin/realms/" + config.realm() + path))
                .timeout(config.patience())
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        try {
            return answer.body().length == 0 ? MissingNode.getInstance() : json.readTree(answer.body());
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
