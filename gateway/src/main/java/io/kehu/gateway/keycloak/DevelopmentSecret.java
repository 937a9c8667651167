package io.kehu.gateway.keycloak;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the gateway from starting in production with a secret that everybody knows. */
@ApplicationScoped
class DevelopmentSecret {

    private static final String MARKER = "kehu-development";

    private final KeycloakConfig keycloak;
    private final boolean development;

    DevelopmentSecret(
            KeycloakConfig keycloak,
            @ConfigProperty(name = "kehu.development", defaultValue = "false") boolean development) {
        this.keycloak = keycloak;
        this.development = development;
    }

    void refuse(@Observes StartupEvent start) {
        if (ConfigUtils.isProfileActive("prod")) {
            refuse(development, "kehu.keycloak.admin.secret", keycloak.admin().secret());
            refuse(
                    development,
                    "kehu.keycloak.service.secret",
                    keycloak.service().secret());
        }
    }

    static void refuse(boolean development, String setting, String secret) {
        if (!development && secret.contains(MARKER)) {
            throw new IllegalStateException(setting + " is a secret of development, which is known to everybody;"
                    + " set one of your own, or KEHU_DEVELOPMENT=true where this is no production");
        }
    }
}
