package io.kehu.opportunity.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.events.EventJson;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes customers and contacts of leads in customer-service: one of each lead, however often it is asked. */
@ApplicationScoped
class CustomerServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The source of the external id that a lead is known under there. */
    static final String SOURCE = "lead";

    private final URI service;
    private final Supplier<String> authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    CustomerServiceClient(
            @ConfigProperty(name = "kehu.services.customer-service.url") URI service, ServiceToken token) {
        this(service, token::bearer);
    }

    CustomerServiceClient(URI service, Supplier<String> authorization) {
        this.service = service;
        this.authorization = authorization;
    }

    /** customer-service does not take it, and would not the next time. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String problem) {
            super(problem);
        }
    }

    /**
     * The record that the lead has become, made if there is none yet; what others have changed of it since stays.
     *
     * @param resource {@code customers} or {@code contacts}
     * @param doubtful fields that are left out if they are refused
     * @throws Unavailable if it is not known whether it is there now
     */
    UUID ensure(String resource, Conversion conversion, ObjectNode fields, List<String> doubtful) throws Refused {
        var path = "/v1/" + resource + "/by-external?source=" + SOURCE + "&externalId=" + conversion.leadId();
        var known = find(path);
        if (known.isPresent()) {
            return known.get();
        }
        var place = path + "&owner=" + encode(conversion.owner())
                + (conversion.team() == null ? "" : "&team=" + encode(conversion.team()));
        var answer = put(place, fields, doubtful);
        return switch (answer.statusCode()) {
            case 200, 201 -> id(answer);
            case 400, 422 -> throw new Refused(problem(answer));
            case 409 -> madeMeanwhile(path, answer);
            default -> throw new Unavailable("service.unavailable");
        };
    }

    /** Whoever asks at the same time for the same lead has made it. */
    private UUID madeMeanwhile(String path, HttpResponse<byte[]> conflict) throws Refused {
        var made = find(path);
        if (made.isPresent()) {
            return made.get();
        }
        if (body(conflict).path("code").asText().equals("change.concurrent")) {
            throw new Unavailable("service.unavailable");
        }
        throw new Refused(problem(conflict));
    }

    /** Whether the lead has become a record there already. */
    boolean knows(String resource, UUID leadId) {
        return find("/v1/" + resource + "/by-external?source=" + SOURCE + "&externalId=" + leadId)
                .isPresent();
    }

    /**
     * Customers that one with these fields may be, as far as whoever asks may know of them.
     *
     * @param asker his {@code Authorization}
     */
    JsonNode duplicates(ObjectNode fields, String asker) {
        var answer = send("POST", "/v1/customers/duplicates", fields, asker);
        if (answer.statusCode() != 200) {
            throw new Unavailable("service.unavailable");
        }
        return body(answer);
    }

    private HttpResponse<byte[]> put(String place, ObjectNode fields, List<String> doubtful) {
        var answer = send("PUT", place, fields);
        var refused = answer.statusCode() == 422 ? refusedFields(answer) : List.<String>of();
        return !refused.isEmpty() && refused.stream().allMatch(field -> doubtful.contains(field) && fields.has(field))
                ? put(place, fields.deepCopy().remove(refused), doubtful)
                : answer;
    }

    private Optional<UUID> find(String path) {
        var answer = send("GET", path, null);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(id(answer));
            case 404 -> Optional.empty();
            default -> throw new Unavailable("service.unavailable");
        };
    }

    private HttpResponse<byte[]> send(String method, String path, ObjectNode body) {
        return send(method, path, body, authorization.get());
    }

    private HttpResponse<byte[]> send(String method, String path, ObjectNode body, String bearer) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(EventJson.write(body));
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(service + path))
                            .timeout(PATIENCE)
                            .header("Authorization", bearer)
                            .header("Content-Type", "application/json")
                            .method(method, publisher)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Unavailable("service.unavailable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("service.unavailable");
        }
    }

    private static UUID id(HttpResponse<byte[]> answer) {
        return UUID.fromString(body(answer).path("id").asText());
    }

    private static List<String> refusedFields(HttpResponse<byte[]> answer) {
        return body(answer).path("errors").findValuesAsText("field");
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        try {
            return EventJson.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new Unavailable("service.unavailable");
        }
    }

    /** Codes and fields only: what else a problem tells may be personal. */
    private static String problem(HttpResponse<byte[]> answer) {
        try {
            var problem = EventJson.mapper().readTree(answer.body());
            var told = new StringBuilder(problem.path("code").asText("" + answer.statusCode()));
            problem.path("errors")
                    .forEach(error -> told.append("; ")
                            .append(error.path("field").asText())
                            .append(": ")
                            .append(error.path("code").asText()));
            return told.toString();
        } catch (IOException e) {
            return Integer.toString(answer.statusCode());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
