package io.kehu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies =
            TrustedProxies.of(List.of("127.0.0.0/8", "172.16.0.0/12", "::1", "fc00::/7"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "172.31.255.255", "::1", "fd12::7", "::ffff:172.16.0.1"})
    void believesAPeerOfATrustedNetwork(String peer) {
        assertThat(proxies.client(peer, "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(proxies.client(peer, null)).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7", "172.32.0.0", "10.0.0.1", "::2", "2001:db8::1", "fe80::1%eth0"})
    void believesNobodyElse(String peer) {
        assertThat(proxies.client(peer, "203.0.113.9")).isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "gateway", "10.0.0.0/-1", "10.0.0.0/x"})
    void refusesWhatIsNoNetwork(String network) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trustsNobodyWithoutNetworks() {
        assertThat(TrustedProxies.of(List.of()).client("127.0.0.1", "203.0.113.9"))
                .isEqualTo("127.0.0.1");
    }
}
