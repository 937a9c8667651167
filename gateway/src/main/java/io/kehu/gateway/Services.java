package io.kehu.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The route table: the first path segment after {@code /v1/} names the service. */
@ApplicationScoped
public class Services {

    private static final String PREFIX = "/v1/";

    private final List<Service> all;
    private final Map<String, Service> bySegment = new HashMap<>();
    private final Set<String> own;

    Services(ServicesConfig config, GatewayConfig gateway, MeterRegistry meters) {
        own = gateway.segments();
        all = config.byName().entrySet().stream()
                .filter(entry -> entry.getValue().segments().isPresent())
                .map(entry -> {
                    var name = entry.getKey();
                    var service = entry.getValue();
                    var instances = service.url().stream()
                            .map(url ->
                                    new Instance(name, url, new Breaker(gateway.breaker(), System::nanoTime), meters))
                            .toList();
                    return new Service(name, instances, service.segments().get(), service.responseTimeout());
                })
                .sorted(Comparator.comparing(Service::name))
                .toList();
        for (var service : all) {
            for (var segment : service.segments()) {
                var other = bySegment.put(segment, service);
                if (other != null) {
                    throw new IllegalStateException(
                            "/v1/%s belongs to %s and to %s".formatted(segment, other.name(), service.name()));
                }
                if (own.contains(segment)) {
                    throw new IllegalStateException(
                            "/v1/%s belongs to %s and to the gateway".formatted(segment, service.name()));
                }
            }
        }
    }

    public List<Service> all() {
        return all;
    }

    /** The owner of a path, if there is one. */
    public Optional<Service> of(String path) {
        return Optional.ofNullable(bySegment.get(segment(path)));
    }

    /** Whether the gateway serves a path itself. */
    public boolean servedHere(String path) {
        return own.contains(segment(path));
    }

    private static String segment(String path) {
        if (!path.startsWith(PREFIX)) {
            return "";
        }
        var end = path.indexOf('/', PREFIX.length());
        return path.substring(PREFIX.length(), end < 0 ? path.length() : end);
    }
}
