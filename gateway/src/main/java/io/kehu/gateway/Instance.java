package io.kehu.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One running process of a service: where it is, how busy it is, and whether it answers at all. */
public final class Instance {

    private static final String METER = "kehu.gateway.upstream.";

    private final URI url;
    private final Breaker breaker;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<Call.Outcome, Timer> timers = new EnumMap<>(Call.Outcome.class);

    Instance(String service, URI url, Breaker breaker, MeterRegistry meters) {
        this.url = url;
        this.breaker = breaker;
        var tags = Tags.of("service", service, "instance", url.getAuthority());
        for (var outcome : Call.Outcome.values()) {
            var name = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            timers.put(outcome, meters.timer(METER + "requests", tags.and("outcome", name)));
        }
        Gauge.builder(METER + "in.flight", inFlight, AtomicInteger::get)
                .tags(tags)
                .register(meters);
        Gauge.builder(METER + "breaker", breaker, state -> state.state().ordinal())
                .description("0 closed, 1 half open, 2 open")
                .tags(tags)
                .register(meters);
    }

    public String name() {
        return url.getAuthority();
    }

    /** A request to this instance that still lacks its method and path. */
    RequestOptions request() {
        var secure = "https".equals(url.getScheme());
        var port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        return new RequestOptions().setHost(url.getHost()).setPort(port).setSsl(secure);
    }

    boolean admits() {
        return breaker.admits();
    }

    Duration pause() {
        return breaker.remaining();
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Begins a request, unless this instance is left alone. */
    Optional<Call> begin() {
        if (!breaker.enter()) {
            return Optional.empty();
        }
        inFlight.incrementAndGet();
        return Optional.of(new Call(this));
    }

    void answered() {
        breaker.succeeded();
    }

    void ended(Call.Outcome outcome, boolean answered, Duration took) {
        inFlight.decrementAndGet();
        timers.get(outcome).record(took);
        switch (outcome) {
            case FAILED, TIMED_OUT -> breaker.failed();
            case CANCELLED -> {
                if (!answered) {
                    breaker.abandoned();
                }
            }
            case SUCCESS, CLIENT_ERROR, SERVER_ERROR -> {}
        }
    }
}
