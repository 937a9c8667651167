package io.kehu.gateway.keycloak;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DevelopmentSecretTest {

    @Test
    void keepsProductionFromStartingWithASecretThatEverybodyKnows() {
        assertThatThrownBy(() -> DevelopmentSecret.refuse(false, "kehu-development-secret"))
                .hasMessageContaining("kehu.keycloak.admin.secret");
        assertThatCode(() -> DevelopmentSecret.refuse(false, "one of our own")).doesNotThrowAnyException();
        assertThatCode(() -> DevelopmentSecret.refuse(true, "kehu-development-secret"))
                .doesNotThrowAnyException();
    }
}
