package io.kehu.platform.operations;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a service from starting in production with a secret that everybody knows. All of those have the same marker in them,
 * so that one which is added later is refused by itself; {@code kehu.development=true} says that this is no production.
 */
@ApplicationScoped
class DevelopmentSecrets {

    private static final String MARKER = "kehu-development";
    private static final String OF_A_PROFILE = "%";

    private final boolean development;

    DevelopmentSecrets(@ConfigProperty(name = "kehu.development", defaultValue = "false") boolean development) {
        this.development = development;
    }

    void refuse(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!development && ConfigUtils.isProfileActive("prod")) {
            var known = in(ConfigProvider.getConfig());
            if (!known.isEmpty()) {
                throw new IllegalStateException(
                        "These settings hold secrets of development, which are known to everybody: "
                                + String.join(", ", known)
                                + ". Set each to a secret of your own, or KEHU_DEVELOPMENT=true where this is no production.");
            }
        }
    }

    /** Names of the settings whose values are marked. */
    static Collection<String> in(Config config) {
        var names = new TreeSet<String>();
        for (var name : config.getPropertyNames()) {
            if (!name.startsWith(OF_A_PROFILE) && holdsMarker(config, name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean holdsMarker(Config config, String name) {
        try {
            var value = config.getConfigValue(name).getValue();
            return value != null && value.contains(MARKER);
        } catch (NoSuchElementException | IllegalArgumentException unresolved) {
            return false;
        }
    }
}
