package io.kehu.local;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a supervisor that outlives this terminal, and shows its progress until the suite is ready or not to be. */
final class DetachedSupervisor {

    private static final long PAUSE_MILLISECONDS = 200;

    private final Topology topology;

    DetachedSupervisor(Topology topology) {
        this.topology = topology;
    }

    /** True when the suite became ready. */
    boolean start(PrintStream output) throws IOException, InterruptedException {
        var log = topology.log(Supervisor.NAME);
        if (new Leftovers(topology).process(Supervisor.NAME).isPresent()) {
            throw new StackFailure("Kehu is up already (home %s); ./kehu down ends it".formatted(topology.home()));
        }
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        Files.deleteIfExists(Supervisor.outcome(topology));
        var supervisor = new ProcessBuilder(command())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var endWithUs = new Thread(supervisor::destroy);
        Runtime.getRuntime().addShutdownHook(endWithUs);
        try (var lines = Files.newBufferedReader(log)) {
            while (true) {
                var over = Files.exists(Supervisor.outcome(topology)) || !supervisor.isAlive();
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    output.println(line);
                }
                if (over) {
                    break;
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        }
        Runtime.getRuntime().removeShutdownHook(endWithUs);
        return supervisor.isAlive()
                && Files.readString(Supervisor.outcome(topology)).equals("ready");
    }

    /** This very program without {@code --detach}, in a session of its own where the system knows how. */
    private static List<String> command() {
        var command = new ArrayList<String>();
        var newSession = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(newSession)) {
            command.add(newSession.toString());
        }
        command.add(Launch.java());
        for (var argument : ProcessHandle.current().info().arguments().orElseThrow()) {
            if (!argument.equals("--detach")) {
                command.add(argument);
            }
        }
        return command;
    }
}
