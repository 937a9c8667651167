package io.kehu.local.demo.sales;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.kehu.local.demo.client.Api;
import io.kehu.local.demo.client.ImportRun;
import io.kehu.local.demo.client.Login;
import io.kehu.local.demo.client.PublicApi;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings the public "CRM Sales Opportunities" files in: users and teams, products, accounts, opportunities, figures. */
public final class SalesDemo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final KeycloakUsers users;
    private final PublicApi kehu;
    private final ImportRun imports;
    private final PrintStream out;
    private final Path home;

    /** @param home folder for what the demo writes */
    public SalesDemo(Api keycloak, PublicApi kehu, ImportRun imports, PrintStream out, Path home) {
        this.users = new KeycloakUsers(keycloak);
        this.kehu = kehu;
        this.imports = imports;
        this.out = out;
        this.home = home;
    }

    public void run(Path folder) {
        var teams = SalesTeams.read(folder.resolve("sales_teams.csv"));
        createUsers(teams);
        importFile("products", folder.resolve("products.csv"), mapping("products"));
        importAccounts(folder.resolve("accounts.csv"));
        importPipeline(folder.resolve("sales_pipeline.csv"), teams);
        new SalesFigures(kehu, out).print(rows(folder.resolve("sales_pipeline.csv")), teams);
    }

    private void createUsers(SalesTeams teams) {
        out.println("sales_teams.csv → users (password %s)".formatted(Login.PASSWORD));
        var all = teams.users();
        users.ensure(all);
        out.println("  %d users in %d teams: %d users and %d groups made, the others were there"
                .formatted(
                        all.size(),
                        new HashSet<>(teams.teams().values()).size(),
                        users.usersMade(),
                        users.teamsMade()));
    }

    private void importAccounts(Path file) {
        out.println();
        out.println(
                "accounts.csv gives the revenue in millions: a copy has the column annual_revenue = revenue × 1,000,000");
        out.println("accounts.csv names no owner: whoever imports them, admin, owns the customers");
        var copy = DerivedFile.of(
                file,
                home,
                Map.of(
                        "annual_revenue",
                        row -> new BigDecimal(row.getField("revenue"))
                                .multiply(MILLION)
                                .toBigInteger()
                                .toString()));
        var mapping = mapping("accounts");
        importFile("customers", copy, mapping);
        out.println();
        out.println("some parents stand behind their subsidiaries in accounts.csv: a second pass sets them, with");
        mapping.withObject("/columns").put("subsidiary_of", "parent");
        mapping.withObject("/constants").put("parentRelation", "SUBSIDIARY");
        out.println(
                "    \"subsidiary_of\": \"parent\" among the columns, \"parentRelation\": \"SUBSIDIARY\" among the constants");
        imports.upsert("customers", copy, mapping);
    }

    /** The file names only the agent; who that is, and in which team, stands in the mapping. */
    private void importPipeline(Path file, SalesTeams teams) {
        out.println();
        out.println(
                "sales_pipeline.csv names no team: the mapping fills owner and team from sales_agent by sales_teams.csv");
        var mapping = mapping("sales_pipeline");
        var values = mapping.withObject("/values");
        values.set("owner", JSON.valueToTree(teams.owners()));
        values.set("team", JSON.valueToTree(teams.teams()));
        importFile("opportunities", file, mapping);
    }

    private void importFile(String resource, Path file, JsonNode mapping) {
        out.println();
        out.println("%s → %s with this mapping:".formatted(file.getFileName(), resource));
        out.println(text(mapping).indent(4).stripTrailing());
        out.println("  what it does to this file:");
        AppliedRules.of(file, mapping).forEach(rule -> out.println("    " + rule));
        imports.upsert(resource, file, mapping);
    }

    /** The JSON, with a line for each column, constant and field. */
    private static String text(JsonNode mapping) {
        return mapping.properties().stream()
                .map(part -> part.getValue().properties().stream()
                        .map(entry -> "    \"%s\": %s".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(",\n", "  \"%s\": {\n".formatted(part.getKey()), "\n  }")))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static ObjectNode mapping(String name) {
        try (var stream = SalesDemo.class.getResourceAsStream("/demo/mapping/%s.json".formatted(name))) {
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping %s cannot be read".formatted(name), e);
        }
    }

    private static long rows(Path file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().count();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
