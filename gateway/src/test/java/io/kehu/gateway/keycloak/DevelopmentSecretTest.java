package io.kehu.gateway.keycloak;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DevelopmentSecretTest {

    private static final String SETTING = "kehu.keycloak.service.secret";

    @Test
    void keepsProductionFromStartingWithASecretThatEverybodyKnows() {
        assertThatThrownBy(() -> DevelopmentSecret.refuse(false, SETTING, "kehu-development-secret"))
                .hasMessageContaining(SETTING);
        assertThatCode(() -> DevelopmentSecret.refuse(false, SETTING, "one of our own"))
                .doesNotThrowAnyException();
        assertThatCode(() -> DevelopmentSecret.refuse(true, SETTING, "kehu-development-secret"))
                .doesNotThrowAnyException();
    }
}
