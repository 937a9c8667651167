package io.kehu.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.gateway.Cached;
import io.kehu.gateway.PathWords;
import io.kehu.gateway.Service;
import io.kehu.gateway.ServiceClient;
import io.kehu.gateway.ServiceClient.Answer;
import io.kehu.gateway.Services;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one document of the whole suite, from what the services publish of themselves. */
@ApplicationScoped
class SuiteOpenApi {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long LESSON_MILLIS = 20_000;

    private static final String DESCRIPTION = "Headless CRM 客户关系管理. Every call under /v1/ needs a bearer token.";
    private static final String GATEWAY = "gateway";
    private static final String SILENT = " Not answering right now, and shown as last seen or not at all: ";

    private final Services services;
    private final ServiceClient client;
    private final PathWords words;
    private final OpenApiDocumentService gateway;
    private final ObjectMapper json;
    private final String version;
    private final Map<String, JsonNode> lastKnown = new ConcurrentHashMap<>();
    private final Cached<ObjectNode> merged = new Cached<>(FRESH, this::merge);

    SuiteOpenApi(
            Services services,
            ServiceClient client,
            PathWords words,
            OpenApiDocumentService gateway,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.services = services;
        this.words = words;
        this.client = client;
        this.gateway = gateway;
        this.json = json;
        this.version = version;
    }

    /** Until each service has told its paths once, so that the request log need not hide them. */
    void learn(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(LESSON_MILLIS, LESSON_MILLIS, timer -> {
            if (lastKnown.size() < services.all().size()) {
                current();
            } else {
                vertx.cancelTimer(timer);
            }
        });
    }

    Future<ObjectNode> current() {
        return merged.get();
    }

    private Future<ObjectNode> merge() {
        var silent = new ConcurrentSkipListSet<String>();
        var answers = services.all().stream()
                .map(service -> refresh(service).onFailure(_ -> silent.add(service.name())))
                .toList();
        return Future.join(answers).transform(_ -> Future.succeededFuture(document(silent)));
    }

    private Future<JsonNode> refresh(Service service) {
        return client.ask(service, "/q/openapi?format=json", PATIENCE)
                .map(answer -> read(service, answer))
                .onSuccess(document -> lastKnown.put(service.name(), document));
    }

    private JsonNode read(Service service, Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("%s answers %d".formatted(service.name(), answer.status()));
        }
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ObjectNode document(Set<String> silent) {
        var document = document(lastKnown, silent);
        document.path("paths").fieldNames().forEachRemaining(words::learn);
        return document;
    }

    /** One document of the services' ones and the gateway's own. */
    ObjectNode document(Map<String, JsonNode> ofServices, Set<String> silent) {
        var document = json.createObjectNode().put("openapi", "3.1.0");
        var info = document.putObject("info").put("title", "Kehu").put("version", version);
        info.put("description", silent.isEmpty() ? DESCRIPTION : DESCRIPTION + SILENT + String.join(", ", silent));
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        var unavailable = document.putArray("x-unavailable-services");
        silent.forEach(unavailable::add);
        var documents = new TreeMap<>(ofServices);
        documents.put(GATEWAY, own());
        new OpenApiMerge(documents, this::leadsTo).into(document);
        return document;
    }

    /** What the gateway serves itself. */
    private JsonNode own() {
        try {
            return json.readTree(gateway.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean leadsTo(String service, String path) {
        if (service.equals(GATEWAY)) {
            return services.servedHere(path);
        }
        return services.of(path).filter(owner -> owner.name().equals(service)).isPresent();
    }
}
