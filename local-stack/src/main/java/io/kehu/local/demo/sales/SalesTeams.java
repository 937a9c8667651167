package io.kehu.local.demo.sales;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sales agents of {@code sales_teams.csv}, with the users and teams that they become. */
record SalesTeams(List<Agent> agents) {

    /** @param region the regional office */
    record Agent(String name, String manager, String region) {

        String username() {
            return Slug.of(name);
        }

        String team() {
            return "/" + Slug.of(region) + "/" + Slug.of(manager);
        }
    }

    static SalesTeams read(Path file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new SalesTeams(rows.stream()
                    .map(row -> new Agent(
                            row.getField("sales_agent"), row.getField("manager"), row.getField("regional_office")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    /** The managers, then the agents. */
    List<DemoUser> users() {
        var managers = new LinkedHashMap<String, DemoUser>();
        agents.forEach(agent ->
                managers.putIfAbsent(agent.manager(), DemoUser.named(agent.manager(), "sales-manager", agent.team())));
        var users = new ArrayList<>(managers.values());
        agents.forEach(agent -> users.add(DemoUser.named(agent.name(), "sales-rep", agent.team())));
        return users;
    }

    /** Username by the agent's name. */
    Map<String, String> owners() {
        return agents.stream()
                .collect(Collectors.toMap(Agent::name, Agent::username, (first, _) -> first, LinkedHashMap::new));
    }

    /** Path of the team by the agent's name. */
    Map<String, String> teams() {
        return agents.stream()
                .collect(Collectors.toMap(Agent::name, Agent::team, (first, _) -> first, LinkedHashMap::new));
    }
}
