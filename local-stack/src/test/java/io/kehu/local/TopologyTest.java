package io.kehu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTest {

    @Test
    void namesATakenPortAndTheVariableThatMovesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();
            var topology = topology(Map.of("KEHU_SERVICE_DESK_SERVICE_PORT", Integer.toString(port)));
            assertThatThrownBy(topology::requireFreePorts)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port %d for service-desk-service is taken", port)
                    .hasMessageContaining("KEHU_SERVICE_DESK_SERVICE_PORT");
        }
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        var topology = topology(Map.of("KEHU_GATEWAY_PORT", "eighty"));
        assertThatThrownBy(() -> topology.port(Topology.GATEWAY)).hasMessageContaining("KEHU_GATEWAY_PORT");
    }

    @Test
    void tellsAServiceWhereItsNeighboursAre() {
        var topology = topology(Map.of("KEHU_CUSTOMER_SERVICE_PORT", "9081"));
        assertThat(topology.serviceEnvironment(Topology.GATEWAY))
                .containsEntry("KEHU_SERVICES_CUSTOMER_SERVICE_URL", "http://127.0.0.1:9081")
                .containsEntry("KEHU_SERVICES_REPORTING_SERVICE_URL", "http://127.0.0.1:8086")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                .containsEntry("QUARKUS_HTTP_PORT", "8080")
                .containsEntry("KEHU_DEVELOPMENT", "true");
    }

    private static Topology topology(Map<String, String> environment) {
        return new Topology(Path.of("checkout"), Path.of("home"), Topology.SERVICES, environment);
    }
}
