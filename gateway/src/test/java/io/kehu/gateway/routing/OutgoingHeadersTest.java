package io.kehu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;

class OutgoingHeadersTest {

    @Test
    void writesAnAddressWithColonsInBracketsAndQuotes() {
        assertThat(OutgoingHeaders.forwarded("2001:db8::1", "https", HostAndPort.create("crm.example.com", 8443)))
                .isEqualTo("for=\"[2001:db8::1]\";proto=https;host=\"crm.example.com:8443\"");
        assertThat(OutgoingHeaders.forwarded("192.0.2.1", "http", null)).isEqualTo("for=192.0.2.1;proto=http");
    }
}
