package io.kehu.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One service behind the gateway, as the rest of the gateway wants to know it. */
public record Service(
        String name, List<Instance> instances, List<String> segments, Optional<Duration> responseTimeout) {

    /** Begins a request at the less busy of two instances taken by chance from those that work. */
    public Optional<Call> begin(Collection<Instance> avoided) {
        var candidates = instances.stream()
                .filter(instance -> !avoided.contains(instance) && instance.admits())
                .toList();
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 -> candidates.getFirst().begin();
            default -> lessBusyOfTwo(candidates).begin();
        };
    }

    /** How long until one of the instances is tried again; zero while one works. */
    public Duration pause() {
        return instances.stream().map(Instance::pause).min(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Instance lessBusyOfTwo(List<Instance> candidates) {
        var random = ThreadLocalRandom.current();
        var first = random.nextInt(candidates.size());
        var second = (first + 1 + random.nextInt(candidates.size() - 1)) % candidates.size();
        var one = candidates.get(first);
        var other = candidates.get(second);
        return other.inFlight() < one.inFlight() ? other : one;
    }
}
