package io.kehu.customer;

import io.kehu.testing.ApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest {

    @Test
    void isTheCommittedOne() {
        ApiDocument.check("customer-service");
    }
}
