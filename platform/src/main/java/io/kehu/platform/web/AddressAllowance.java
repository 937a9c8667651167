package io.kehu.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.problem.TooMany;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may do what takes no login; counted by the minute, in each replica. */
@ApplicationScoped
public class AddressAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_USES = 100_000;

    private final Cache<Use, AtomicInteger> uses = Caffeine.newBuilder()
            .expireAfterWrite(MINUTE)
            .maximumSize(MOST_USES)
            .build();

    private final TrustedProxies proxies;

    AddressAllowance(@ConfigProperty(name = "kehu.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies = TrustedProxies.of(proxies.orElse(List.of()));
    }

    private record Use(String what, String address) {}

    /** Whose request it is: the gateway tells who asked it, and lets nobody else say so; who is not trusted is not believed. */
    public String address(HttpServerRequest request) {
        return proxies.client(request.remoteAddress().hostAddress(), request.getHeader("X-Forwarded-For"));
    }

    /** Fails with 429 and {@code problem} if the address has used {@code what} {@code most} times in this minute. */
    public void take(String what, String address, int most, String problem) {
        if (uses.get(new Use(what, address), _ -> new AtomicInteger()).incrementAndGet() > most) {
            throw new TooMany(problem, MINUTE.toSeconds());
        }
    }
}
