package io.kehu.local.demo.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("deals.csv"), """
                id,account,product,stage\r
                1,"Gekko & Co, Inc",GTXPro,Won\r
                2,,GTX Basic,Lost\r
                3,,GTXPro,Won\r
                """);
    }

    @Test
    void appendsColumnsAndKeepsTheOthers() throws IOException {
        var copy =
                DerivedFile.of(file, folder.resolve("derived"), Map.of("name", row -> row.getField("product") + "!"));
        assertThat(copy).hasFileName("deals.csv").content().isEqualToNormalizingNewlines("""
                id,account,product,stage,name
                1,"Gekko & Co, Inc",GTXPro,Won,GTXPro!
                2,,GTX Basic,Lost,GTX Basic!
                3,,GTXPro,Won,GTXPro!
                """);
    }

    @Test
    void tellsHowOftenEachRuleApplies() throws IOException {
        var mapping = new ObjectMapper().readTree("""
                {"columns": {"id": "externalId", "product": ["name", "product"], "stage": "stage"},
                 "constants": {"currency": "USD"},
                 "values": {"product": {"GTXPro": "GTX Pro"}, "stage": {"Won": "WON", "Open": "OPEN"}}}""");
        assertThat(AppliedRules.of(file, mapping))
                .containsExactly(
                        "account: blank in 2 of 3 rows, stays empty",
                        "product → product: 'GTXPro' becomes 'GTX Pro' in 2 rows",
                        "stage → stage: 'Won' becomes 'WON' in 2 rows",
                        "stage → stage: 'Open' becomes 'OPEN' in 0 rows",
                        "currency: 'USD' in every row that gives none");
    }
}
