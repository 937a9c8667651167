package io.kehu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/customers",
                "/v1/customers/0193e5c2-7f00-7a3c-8f11-2b1f5a7d9c01/stage",
                "/v1/customers/by-external",
                "/v1/leads/%E7%BA%BF%E7%B4%A2",
                "/v1/products/GTX%20Basic",
                "/q/swagger-ui/swagger-ui-bundle.js"
            })
    void acceptsOrdinaryPaths(String path) {
        assertThat(PathGuard.accepts(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://other/v1/customers",
                "/v1/customers;a=b",
                "/v1/customers%3Bx",
                "/v1/customers%2Fx",
                "/v1/customers%2fx",
                "/v1/customers%5Cx",
                "/v1\\customers",
                "//v1/customers",
                "/v1//customers",
                "/v1/../q/metrics",
                "/v1/./customers",
                "/v1/..",
                "/v1/%2e%2e/q/metrics",
                "/v1/customers%00",
                "/v1/customers%0d%0aX:1",
                "/v1/customers%252fx",
                "/v1/customers%3Fx",
                "/v1/customers%zz",
                "/v1/customers%2",
                "/v1/客户",
                "/v1/cus tomers"
            })
    void refusesWhatTwoParsersMayReadDifferently(String path) {
        assertThat(PathGuard.accepts(path)).isFalse();
    }
}
