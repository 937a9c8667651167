package io.kehu.local.demo.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesTeamsTest {

    @TempDir
    Path folder;

    @Test
    void makesUsersOfAgentsAndTheirManagers() throws IOException {
        var teams = SalesTeams.read(Files.writeString(folder.resolve("sales_teams.csv"), """
                sales_agent,manager,regional_office\r
                Moses Frase,Dustin Brinkmann,Central\r
                Mei-Mei Johns,Melvin Marxen,Central\r
                Anna Snelling,Dustin Brinkmann,Central\r
                """));
        assertThat(teams.users())
                .containsExactly(
                        new DemoUser(
                                "dustin-brinkmann",
                                "Dustin",
                                "Brinkmann",
                                "sales-manager",
                                "/central/dustin-brinkmann"),
                        new DemoUser("melvin-marxen", "Melvin", "Marxen", "sales-manager", "/central/melvin-marxen"),
                        new DemoUser("moses-frase", "Moses", "Frase", "sales-rep", "/central/dustin-brinkmann"),
                        new DemoUser("mei-mei-johns", "Mei-Mei", "Johns", "sales-rep", "/central/melvin-marxen"),
                        new DemoUser("anna-snelling", "Anna", "Snelling", "sales-rep", "/central/dustin-brinkmann"));
        assertThat(teams.owners()).contains(entry("Mei-Mei Johns", "mei-mei-johns"));
        assertThat(teams.teams()).contains(entry("Mei-Mei Johns", "/central/melvin-marxen"));
    }
}
