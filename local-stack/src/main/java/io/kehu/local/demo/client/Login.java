package io.kehu.local.demo.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody's access token, renewed before it ends. */
public final class Login {

    public static final String PASSWORD = "kehu-development";

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Http http;
    private final String address;
    private final String form;
    private String token;
    private Instant renewal = Instant.MIN;

    private Login(Http http, String address, Map<String, String> form) {
        this.http = http;
        this.address = address;
        this.form = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Login ofUser(Http http, Addresses addresses, String username) {
        return new Login(
                http,
                addresses.tokens(),
                Map.of("grant_type", "password", "client_id", "kehu-cli", "username", username, "password", PASSWORD));
    }

    public static Login ofClient(Http http, Addresses addresses, String client, String secret) {
        return new Login(
                http,
                addresses.tokens(),
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    synchronized String token() {
        if (Instant.now().isAfter(renewal)) {
            var answer = http.send(() -> HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)))
                    .require()
                    .json();
            token = answer.path("access_token").asText();
            renewal = Instant.now()
                    .plusSeconds(answer.path("expires_in").asLong())
                    .minus(MARGIN);
        }
        return token;
    }
}
