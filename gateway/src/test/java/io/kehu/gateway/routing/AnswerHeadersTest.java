package io.kehu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void asksForEncryptionOnlyWhereThereIsEncryption() {
        AnswerHeaders.apply(headers, "http", "/v1/customers");
        assertThat(headers.contains("Strict-Transport-Security")).isFalse();

        AnswerHeaders.apply(headers, "https", "/v1/customers");
        assertThat(headers.get("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void leavesCachingToTheServiceThatSpeaksOfIt() {
        headers.set("Cache-Control", "private, max-age=60");
        AnswerHeaders.apply(headers, "http", "/v1/customers");
        assertThat(headers.getAll("Cache-Control")).containsExactly("private, max-age=60");
    }

    @Test
    void repeatsNothingThatAServiceHasSaid() {
        headers.set("X-Content-Type-Options", "nosniff").set("x-frame-options", "SAMEORIGIN");
        AnswerHeaders.apply(headers, "http", "/v1/customers");
        assertThat(headers.getAll("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.getAll("X-Frame-Options")).containsExactly("DENY");
    }
}
