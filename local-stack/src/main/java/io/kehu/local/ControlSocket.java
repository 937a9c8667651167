package io.kehu.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;

/** The way from a command in a second terminal to the supervisor: one line of words in, lines of progress out. */
record ControlSocket(Path file) {

    private static final int LONGEST_PATH = 100;
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    static ControlSocket of(Topology topology) {
        var file = topology.home().resolve("run/control");
        if (file.toString().length() > LONGEST_PATH) {
            throw new StackFailure(
                    "the path %s is too long for a socket; set KEHU_HOME to a shorter one".formatted(file));
        }
        return new ControlSocket(file);
    }

    /** Serves commands, one after another, until the program ends. */
    void serve(BiPredicate<List<String>, PrintStream> command) throws IOException {
        Files.deleteIfExists(file);
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(file));
            while (true) {
                try (var client = server.accept();
                        var output = new PrintStream(Channels.newOutputStream(client), true, StandardCharsets.UTF_8)) {
                    var words = reader(client).readLine();
                    if (words != null) {
                        output.println(command.test(List.of(words.split(" ")), output) ? DONE : FAILED);
                    }
                }
            }
        }
    }

    /** Sends a command and prints the answer as it comes; true when the command was carried out. */
    boolean send(List<String> words, PrintStream output) {
        try (var server = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            new PrintStream(Channels.newOutputStream(server), true, StandardCharsets.UTF_8)
                    .println(String.join(" ", words));
            var answer = reader(server);
            for (var line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.equals(DONE) || line.equals(FAILED)) {
                    return line.equals(DONE);
                }
                output.println(line);
            }
            throw new StackFailure("Kehu went down meanwhile");
        } catch (IOException _) {
            throw new StackFailure("Kehu is not up, or still starting; ./kehu status tells");
        }
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }
}
