package io.kehu.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** The commands behind the start script. */
public final class Kehu {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Topology topology;

    private Kehu(Topology topology) {
        this.topology = topology;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            var topology = Topology.ofThisCheckout();
            logTo(topology);
            System.exit(new Kehu(topology).run(List.of(arguments)) ? 0 : 1);
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private boolean run(List<String> arguments) throws IOException, InterruptedException {
        var command = arguments.getFirst();
        return switch (command) {
            case "up" -> up(arguments.contains("--detach"));
            case "down" -> down();
            case "status" -> status();
            case "start", "stop", "restart" -> control(command, argument(arguments, 1, "which service?"));
            case "token" ->
                token(
                        argument(arguments, 1, "which user?"),
                        arguments.size() > 2 ? arguments.get(2) : Tokens.developmentSecret(arguments.get(1)));
            default -> throw new StackFailure("unknown command " + command);
        };
    }

    private boolean up(boolean detached) throws IOException, InterruptedException {
        if (detached) {
            return new DetachedSupervisor(topology).start(System.out);
        }
        new Supervisor(topology, System.out).run();
        return true;
    }

    private boolean down() {
        var leftovers = new Leftovers(topology);
        var supervisor = leftovers.process(Supervisor.NAME);
        supervisor.ifPresent(process -> {
            System.out.println("stopping");
            Processes.end(process, PATIENCE);
        });
        var left = leftovers.sweep();
        if (!left.isEmpty()) {
            System.out.println("ended what a killed run left behind: " + String.join(", ", left));
        }
        System.out.println(supervisor.isPresent() || !left.isEmpty() ? "Kehu is down" : "Kehu was not up");
        return true;
    }

    private boolean status() throws IOException {
        try (var probe = new Probe()) {
            return new Status(topology, probe, System.out).print();
        }
    }

    private boolean control(String command, String part) {
        return ControlSocket.of(topology).send(List.of(command, part), System.out);
    }

    private boolean token(String user, String password) {
        try (var probe = new Probe()) {
            System.out.println(new Tokens(topology, probe).token(user, password));
            return true;
        }
    }

    private static String argument(List<String> arguments, int position, String question) {
        if (arguments.size() <= position) {
            throw new StackFailure(question);
        }
        return arguments.get(position);
    }

    /** The servers in this process log to a file, for the terminal belongs to progress. */
    private static void logTo(Topology topology) throws IOException {
        var log = topology.log(Topology.KAFKA);
        Files.createDirectories(log.getParent());
        System.setProperty("org.slf4j.simpleLogger.logFile", log.toString());
        System.setProperty("org.apache.logging.log4j.simplelog.StatusLogger.level", "OFF");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }
}
