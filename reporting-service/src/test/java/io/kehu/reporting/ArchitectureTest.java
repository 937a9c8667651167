package io.kehu.reporting;

import io.kehu.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("io.kehu.reporting");
    }
}
