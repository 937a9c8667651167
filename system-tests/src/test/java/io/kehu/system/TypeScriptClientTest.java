package io.kehu.system;

import org.junit.jupiter.api.Test;

class TypeScriptClientTest {

    @Test
    void isGeneratedFromTheDocumentAndFitsTheJourneyInStrictTypes() {
        TypeScriptClient.build();
    }
}
