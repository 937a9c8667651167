package io.kehu.gateway.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where Keycloak is, and the account by which the gateway administers its users. */
@ConfigMapping(prefix = "kehu.keycloak")
interface KeycloakConfig {

    URI url();

    @WithDefault("kehu")
    String realm();

    Admin admin();

    interface Admin {

        @WithDefault("kehu-admin")
        String client();

        @WithDefault("kehu-development-secret")
        String secret();

        /** How long Keycloak may take to answer. */
        @WithDefault("10S")
        Duration patience();
    }
}
