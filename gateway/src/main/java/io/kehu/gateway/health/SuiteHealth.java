package io.kehu.gateway.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.gateway.Cached;
import io.kehu.gateway.Instance;
import io.kehu.gateway.Service;
import io.kehu.gateway.ServiceClient;
import io.kehu.gateway.Services;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthRegistry;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows every service in the gateway's {@code /q/health}. They are wellness checks, so that a sick service is named there
 * without making the gateway itself unready.
 */
@ApplicationScoped
class SuiteHealth {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Services services;
    private final ServiceClient client;
    private final ObjectMapper json;

    SuiteHealth(Services services, ServiceClient client, ObjectMapper json) {
        this.services = services;
        this.client = client;
        this.json = json;
    }

    void register(@Observes StartupEvent start, @Wellness HealthRegistry registry) {
        for (var service : services.all()) {
            var state = new Cached<>(FRESH, () -> examine(service));
            registry.register(service.name(), (AsyncHealthCheck)
                    () -> Uni.createFrom().completionStage(() -> state.get().toCompletionStage()));
        }
    }

    private Future<HealthCheckResponse> examine(Service service) {
        var checks = service.instances().stream()
                .map(instance -> examine(service, instance).map(check -> Map.entry(instance.name(), check)))
                .toList();
        return Future.all(checks)
                .map(all -> ServiceCheck.together(
                                service.name(),
                                all.<Map.Entry<String, ServiceCheck>>list().stream()
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                        .response());
    }

    private Future<ServiceCheck> examine(Service service, Instance instance) {
        return client.ask(instance, "/q/health", PATIENCE)
                .map(answer -> ServiceCheck.of(service.name(), answer, json))
                .otherwise(failure -> ServiceCheck.unreachable(
                        service.name(), failure instanceof TimeoutException ? "does not answer" : "is not reachable"));
    }
}
