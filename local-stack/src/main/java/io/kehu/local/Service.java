package io.kehu.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of Kehu's own services, as its module's build left it. */
record Service(String name, Topology topology) implements Program {

    private static final Map<String, String> LISTS = Map.of(
            "customer-service", "/v1/customers",
            "opportunity-service", "/v1/opportunities",
            "activity-service", "/v1/activities",
            "service-desk-service", "/v1/tickets",
            "contract-service", "/v1/contracts",
            "reporting-service", "/v1/reports/funnel");

    @Override
    public AotCache cache() {
        return new AotCache(application().resolveSibling("app.aot"), application());
    }

    @Override
    public Launch launch(List<String> cacheOptions) {
        var application = application();
        if (!Files.exists(application)) {
            throw new StackFailure("%s is not built: %s is missing".formatted(name, application));
        }
        var command = new ArrayList<>(
                List.of(Launch.java(), "-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(cacheOptions);
        command.addAll(List.of("-jar", application.toString()));
        var environment = new HashMap<>(topology.serviceEnvironment(name));
        environment.put("MALLOC_ARENA_MAX", "2");
        return new Launch(name, application.getParent(), command, environment);
    }

    @Override
    public String readyUrl() {
        return topology.url(name) + "/q/health/ready";
    }

    @Override
    public List<String> exercises() {
        return Stream.of("/q/health", "/q/openapi", "/q/metrics", LISTS.getOrDefault(name, "/"))
                .map(path -> topology.url(name) + path)
                .toList();
    }

    private Path application() {
        return topology.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
