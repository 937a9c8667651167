package io.kehu.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topology: where each service is and which paths belong to it. */
@ConfigMapping(prefix = "kehu.services")
interface ServicesConfig {

    @WithParentName
    Map<String, Service> byName();

    interface Service {

        /** Where it is; several instances are separated by commas. */
        List<URI> url();

        /** First path segments after {@code /v1/}; each belongs to one service only, and who has none is not routed to. */
        Optional<List<String>> segments();

        /** How long it may stay silent, if other than {@link GatewayConfig#responseTimeout()}. */
        Optional<Duration> responseTimeout();
    }
}
