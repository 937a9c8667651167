package io.kehu.platform.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.platform.access.ServiceToken;
import io.kehu.platform.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the gateway, which alone speaks with Keycloak, about one user. */
@ApplicationScoped
class DirectoryClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;
    private final Supplier<String> authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    DirectoryClient(@ConfigProperty(name = "kehu.services.gateway.url") URI gateway, ServiceToken token) {
        this(gateway, token::bearer);
    }

    DirectoryClient(URI gateway, Supplier<String> authorization) {
        this.gateway = gateway;
        this.authorization = authorization;
    }

    /** @throws Unavailable if the directory does not tell */
    Optional<User> find(String username) {
        var user = get("/v1/users/" + encode(username));
        return user.map(found -> new User(
                found.path("username").asText(),
                found.path("team").asText(null),
                found.path("enabled").asBoolean()));
    }

    /** Usernames in order. */
    List<String> activeMembers(String team) {
        var list = "/v1/users?limit=200&filter="
                + encode("enabled==true;team==\"" + team.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        var usernames = new ArrayList<String>();
        String cursor = null;
        do {
            var page = get(cursor == null ? list : list + "&cursor=" + encode(cursor))
                    .orElseThrow(() -> new Unavailable("service.unavailable"));
            page.path("items")
                    .forEach(user -> usernames.add(user.path("username").asText()));
            cursor = page.path("nextCursor").asText(null);
        } while (cursor != null);
        return usernames.stream().sorted().toList();
    }

    private Optional<JsonNode> get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .timeout(PATIENCE)
                    .header("Authorization", authorization.get())
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(JSON.readTree(answer.body()));
                // what no path may hold is no username either
                case 400, 404 -> Optional.empty();
                default -> throw new Unavailable("service.unavailable");
            };
        } catch (IOException e) {
            throw new Unavailable("service.unavailable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("service.unavailable");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
