package io.kehu.platform.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.events.EventJson;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.ServiceToken;
import io.kehu.platform.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.eclipse.microprofile.config.Config;

/** Asks a record's owning service over REST with this service's own account; {@link References} judges the answer. */
@ApplicationScoped
class OwnerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Config config;
    private final ServiceToken token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    OwnerClient(Config config, ServiceToken token) {
        this.config = config;
        this.token = token;
    }

    Optional<KnownRecord> find(EventFamily family, UUID id) {
        return get(family, "/" + id);
    }

    Optional<KnownRecord> findByExternalId(EventFamily family, ExternalId pair) {
        return get(family, "/by-external?source=" + encode(pair.source()) + "&externalId=" + encode(pair.externalId()));
    }

    private Optional<KnownRecord> get(EventFamily family, String path) {
        return ask(family, resource(family) + path, KnownRecord.MOST_MERGES);
    }

    private Optional<KnownRecord> ask(EventFamily family, String path, int mostHops) {
        var address = config.getValue("kehu.services." + service(family) + ".url", String.class) + path;
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header("Authorization", token.bearer())
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(read(EventJson.mapper().readTree(answer.body())));
                case 301 ->
                    mostHops == 0
                            ? Optional.empty()
                            : ask(
                                    family,
                                    URI.create(answer.headers()
                                                    .firstValue("Location")
                                                    .orElseThrow())
                                            .getRawPath(),
                                    mostHops - 1);
                case 404 -> Optional.empty();
                default -> throw new Unavailable("service.unavailable");
            };
        } catch (IOException e) {
            throw new Unavailable("service.unavailable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("service.unavailable");
        }
    }

    private static KnownRecord read(JsonNode view) throws JsonProcessingException {
        var collaborators = view.hasNonNull("collaborators")
                ? view.get("collaborators")
                : EventJson.mapper().createArrayNode();
        return new KnownRecord(
                UUID.fromString(view.path("id").asText()),
                view.path("number").asText(null),
                view.path("name").asText(null),
                view.path("owner").asText(null),
                view.path("team").asText(null),
                view.hasNonNull("customerId")
                        ? UUID.fromString(view.get("customerId").asText())
                        : null,
                List.of(EventJson.mapper().treeToValue(collaborators, Collaborator[].class)),
                view.path("deleted").asBoolean(),
                null);
    }

    private static String service(EventFamily family) {
        return family.context().code() + "-service";
    }

    private static String resource(EventFamily family) {
        return switch (family) {
            case CUSTOMER -> "/v1/customers";
            case CONTACT -> "/v1/contacts";
            case OPPORTUNITY -> "/v1/opportunities";
            case LEAD -> "/v1/leads";
            case COMPETITOR -> "/v1/competitors";
            case CAMPAIGN -> "/v1/campaigns";
            case CAMPAIGN_MEMBER -> "/v1/campaign-members";
            case MARKET_RESEARCH -> "/v1/market-research";
            case TARGET -> "/v1/targets";
            case LOST_REASON -> throw new IllegalArgumentException("Deals name a reason by its key");
            case ACTIVITY -> "/v1/activities";
            case TICKET -> "/v1/tickets";
            case SURVEY -> "/v1/surveys";
            case IMPROVEMENT -> "/v1/improvements";
            case VISIT -> "/v1/visits";
            case SLA -> throw new IllegalArgumentException("Nothing refers to a clock");
            case PRODUCT -> "/v1/products";
            case CONTRACT -> "/v1/contracts";
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
