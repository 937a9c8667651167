package io.kehu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path home;

    @Test
    void endsWhatAKilledRunLeftBehindAndSparesAStrangerWithARecycledPid() throws IOException {
        var topology = new Topology(home.resolve("checkout"), home, List.of("customer-service", "gateway"), Map.of());
        var ours = sleeper(home.toString());
        var stranger = sleeper("elsewhere");
        try {
            Files.createDirectories(home.resolve("run"));
            Files.writeString(topology.pidFile("customer-service"), Long.toString(ours.pid()));
            Files.writeString(topology.pidFile("gateway"), Long.toString(stranger.pid()));

            assertThat(new Leftovers(topology).sweep()).containsExactly("customer-service");

            assertThat(ours.onExit()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(stranger.isAlive()).isTrue();
            assertThat(topology.pidFile("gateway")).doesNotExist();
        } finally {
            ours.destroy();
            stranger.destroy();
        }
    }

    private static Process sleeper(String argument) throws IOException {
        return new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", argument).start();
    }
}
