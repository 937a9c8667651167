package io.kehu.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevelopmentSecretsTest {

    private static Iterable<String> marked(Map<String, String> settings) {
        return DevelopmentSecrets.in(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    @Test
    void findsMarkedSecretsAlsoWhereTheyAreDefaults() {
        assertThat(marked(Map.of(
                        "database.password", "${given.password:kehu-development}",
                        "client.secret", "kehu-development-secret",
                        "host", "127.0.0.1")))
                .containsExactly("client.secret", "database.password");
    }

    @Test
    void findsNothingWhereEachIsReplaced() {
        assertThat(marked(Map.of(
                        "database.password", "${given.password:kehu-development}",
                        "given.password", "9f8e7d",
                        "unresolved", "${nobody.gives.this}",
                        "%test.key", "kehu-development-key")))
                .isEmpty();
    }
}
