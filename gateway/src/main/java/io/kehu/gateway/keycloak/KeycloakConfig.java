package io.kehu.gateway.keycloak;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where Keycloak is, and the accounts that the gateway has there. */
@ConfigMapping(prefix = "kehu.keycloak")
interface KeycloakConfig {

    URI url();

    @WithDefault("kehu")
    String realm();

    /** How long Keycloak may take to answer. */
    @WithDefault("10S")
    Duration patience();

    /** The account that administers users. */
    Account admin();

    /** The account by which one part of Kehu asks another. */
    Account service();

    interface Account {

        String client();

        String secret();
    }
}
