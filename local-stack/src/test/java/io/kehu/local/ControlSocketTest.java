package io.kehu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    @Test
    void carriesTheAnswerAndWhetherItWasDone() throws Exception {
        var socket = new ControlSocket(directory.resolve("control"));
        var server = Thread.ofVirtual().start(() -> serve(socket));
        var output = new PrintStream(answer, true, StandardCharsets.UTF_8);

        assertThat(await().ignoreExceptions().until(() -> socket.send(List.of("start", "gateway"), output), _ -> true))
                .isTrue();
        assertThat(socket.send(List.of("dance", "gateway"), output)).isFalse();
        assertThat(answer.toString(StandardCharsets.UTF_8).lines()).containsExactly("start gateway", "dance gateway");
        server.interrupt();
        server.join();
    }

    @Test
    void saysThatNobodyListens() {
        var socket = new ControlSocket(directory.resolve("control"));
        assertThatThrownBy(() -> socket.send(List.of("stop", "gateway"), System.out))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Kehu is not up");
    }

    private static void serve(ControlSocket socket) {
        try {
            socket.serve((words, output) -> {
                output.println(String.join(" ", words));
                return words.getFirst().equals("start");
            });
        } catch (ClosedByInterruptException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
