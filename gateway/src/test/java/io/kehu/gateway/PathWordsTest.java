package io.kehu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathWordsTest {

    private final PathWords words = new PathWords(List.of("customers", "users"));

    PathWordsTest() {
        words.learn("/v1/customers/{id}/stage");
        words.learn("/v1/customers/by-external");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers, /v1/customers",
        "/v1/customers/by-external, /v1/customers/by-external",
        "/v1/customers/0193e5c2-7f00-7a3c-8f11-2b1f5a7d9c01/stage,"
                + "/v1/customers/0193e5c2-7f00-7a3c-8f11-2b1f5a7d9c01/stage",
        "/v1/customers/C20260315001, /v1/customers/C20260315001",
        "/v1/customers/13800138000, /v1/customers/*",
        "/v1/customers/%E5%BC%A0%E4%B8%89/stage, /v1/customers/*/stage",
        "/v1/users/li.na, /v1/users/*",
        "/secret/li.na@example.com, /*/*",
        "/, /"
    })
    void showsOnlyWordsIdsAndBusinessNumbers(String path, String shown) {
        assertThat(words.redact(path)).isEqualTo(shown);
    }
}
