package io.kehu.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What to know right after a start: addresses, users, next steps, and what it cost. */
record Overview(Topology topology, Progress progress) {

    void print(boolean ready, long megabytes) throws IOException {
        progress.print("");
        progress.print("%s after %.1f s, %,d MB resident in all"
                .formatted(ready ? "Kehu is ready" : "Kehu is up, but not whole,", progress.seconds(), megabytes));
        progress.print("");
        row("API", topology.url(Topology.GATEWAY), "page to try it at /, suite health at /q/health");
        for (var service : topology.services()) {
            if (!service.equals(Topology.GATEWAY)) {
                row(service, topology.url(service), "");
            }
        }
        row("Keycloak", topology.url(Topology.KEYCLOAK), "admin / " + LocalPostgres.PASSWORD);
        row(
                "PostgreSQL",
                "127.0.0.1:" + topology.port(Topology.POSTGRES),
                "a database and user per service, password " + LocalPostgres.PASSWORD);
        row("Kafka", "127.0.0.1:" + topology.port(Topology.KAFKA), "");
        progress.print("");
        progress.print("  Users (password %s):".formatted(LocalPostgres.PASSWORD));
        users().forEach(user -> progress.print("    " + user));
        progress.print("");
        progress.print("  Next:");
        progress.print("    curl -H \"Authorization: Bearer $(./kehu token rep)\" %s/v1/customers"
                .formatted(topology.url(Topology.GATEWAY)));
        progress.print("    ./kehu demo                 fill it with a company");
        progress.print("    ./kehu status               who is well, who is sick");
        progress.print("    ./kehu logs <service> -f    follow a log");
        progress.print("    ./kehu down                 stop; the data stays in " + topology.home());
        progress.print("");
    }

    private void row(String name, String address, String remark) {
        progress.print("  %-22s %-26s %s".formatted(name, address, remark).stripTrailing());
    }

    private static List<String> users() throws IOException {
        var users = new ArrayList<String>();
        try (var realm = Overview.class.getResourceAsStream("/realm/kehu-realm.json")) {
            for (var user : new ObjectMapper().readTree(realm).path("users")) {
                if (!user.has("serviceAccountClientId")) {
                    users.add("%-18s %-18s %s"
                            .formatted(
                                    user.path("username").asText(),
                                    words(user.path("realmRoles")),
                                    words(user.path("groups")))
                            .stripTrailing());
                }
            }
        }
        return users;
    }

    private static String words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }
}
