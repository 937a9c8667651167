package io.kehu.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Who is well and who is sick, asked of every part itself. */
record Status(Topology topology, Probe probe, PrintStream output) {

    /** Prints a line per part; true when all are well. */
    boolean print() throws IOException {
        var leftovers = new Leftovers(topology);
        var supervisor = leftovers.process(Supervisor.NAME);
        output.println(supervisor
                .map(process -> "Kehu is up, supervisor %d, home %s".formatted(process.pid(), topology.home()))
                .orElse("Kehu is down, home " + topology.home()));
        var well = supervisor.isPresent();
        well &= row(
                Topology.POSTGRES,
                PostmasterFile.in(topology.postgresData()).process().isPresent() ? List.of() : List.of("not running"));
        well &= row(
                Topology.KAFKA,
                supervisor.isPresent() && Ports.isTaken(topology.port(Topology.KAFKA))
                        ? List.of()
                        : List.of("not running"));
        well &= row(
                Topology.KEYCLOAK,
                leftovers.process(Topology.KEYCLOAK).isEmpty()
                        ? List.of("not running")
                        : probe.answersOk(new LocalKeycloak(topology).readyUrl())
                                ? List.of()
                                : List.of("does not answer"));
        for (var service : topology.services()) {
            well &= row(service, leftovers.process(service).isEmpty() ? List.of("not running") : complaints(service));
        }
        return well;
    }

    private boolean row(String part, List<String> complaints) {
        output.println("  %-5s %-22s %-6d %s"
                .formatted(
                        complaints.isEmpty() ? "well" : "SICK",
                        part,
                        topology.port(part),
                        String.join("; ", complaints))
                .stripTrailing());
        return complaints.isEmpty();
    }

    private List<String> complaints(String service) throws JacksonException {
        var answer = probe.get(topology.url(service) + "/q/health");
        if (answer.isEmpty()) {
            return List.of("does not answer");
        }
        var health = new ObjectMapper().readTree(answer.get().body());
        var complaints = new ArrayList<String>();
        for (var check : health.path("checks")) {
            if (isDown(check) || isDegraded(check)) {
                complaints.add("%s %s %s"
                        .formatted(
                                check.path("name").asText(),
                                isDown(check) ? "is down" : "is degraded",
                                check.path("data").isMissingNode() ? "" : check.path("data"))
                        .strip());
            }
        }
        if (complaints.isEmpty() && isDown(health)) {
            complaints.add("is down");
        }
        return complaints;
    }

    private static boolean isDown(JsonNode check) {
        return !check.path("status").asText().equals("UP");
    }

    private static boolean isDegraded(JsonNode check) {
        var degraded = check.path("data").path("degraded");
        return !degraded.isMissingNode()
                && !degraded.asText().equals("false")
                && !degraded.asText().isEmpty();
    }
}
