package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.LOST;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.ProductEvent;
import io.kehu.events.ProductState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * A company's real pipeline: once as an import tells it in events, and once as the files are, in tables that plain SQL can ask,
 * so that two roads lead to each figure.
 *
 * @param industry finds the code of a sector as the files name it
 */
record RawSales(Path folder, UnaryOperator<String> industry) {

    /** The files as they are, every column a text. */
    private static final Map<String, String> FILES = Map.of(
            "sales_pipeline",
            "opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value",
            "sales_teams",
            "sales_agent, manager, regional_office",
            "accounts",
            "account, sector, year_established, revenue, employees, office_location, subsidiary_of");

    private static final String DEALS = """
            create view raw.deal as
            select replace(lower(p.sales_agent), ' ', '-') as agent,
                   '/' || lower(t.regional_office) || '/' || replace(lower(t.manager), ' ', '-') as manager,
                   '/' || lower(t.regional_office) as office, p.product, a.account, c.code as industry, p.deal_stage as stage,
                   p.engage_date::date as engaged, p.close_date::date as closed, p.close_value::numeric as value
              from raw.sales_pipeline p
              join raw.sales_teams t on t.sales_agent = p.sales_agent
              left join raw.accounts a on a.account = p.account
              left join raw.code c on c.sector = a.sector""";

    /** Loads the files, so that {@code raw.deal} can be asked. */
    void load(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists raw cascade");
            statement.execute("create schema raw");
            for (var file : FILES.entrySet()) {
                statement.execute("create table raw.%s (%s)"
                        .formatted(file.getKey(), file.getValue().replace(",", " text,") + " text"));
                var copy = connection.unwrap(PGConnection.class).getCopyAPI();
                try (var text =
                        Files.newBufferedReader(folder.resolve(file.getKey() + ".csv"), StandardCharsets.UTF_8)) {
                    copy.copyIn("copy raw.%s from stdin with (format csv, header)".formatted(file.getKey()), text);
                }
            }
            statement.execute("create table raw.code (sector text, code text)");
        }
        try (var statement = connection.prepareStatement("insert into raw.code values (?, ?)")) {
            for (var sector : rows("accounts").stream()
                    .map(row -> row.getField("sector"))
                    .distinct()
                    .toList()) {
                statement.setString(1, sector);
                statement.setString(2, industry.apply(sector));
                statement.execute();
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(DEALS);
        }
    }

    /** What an import of the files publishes. */
    List<Event> events() throws IOException {
        var teams = rows("sales_teams").stream()
                .collect(Collectors.toMap(
                        row -> code(row.getField("sales_agent")),
                        row -> "/" + code(row.getField("regional_office")) + "/" + code(row.getField("manager"))));
        var deals = rows("sales_pipeline");
        var events = new ArrayList<Event>();
        rows("accounts").forEach(row -> events.add(customer(row)));
        deals.stream().map(row -> row.getField("product")).distinct().forEach(name -> events.add(product(name)));
        deals.forEach(row -> events.add(deal(row, teams)));
        return events;
    }

    private List<NamedCsvRecord> rows(String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file + ".csv"))) {
            return reader.stream().toList();
        }
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static UUID id(String kind, String name) {
        return name.isEmpty() ? null : UUID.nameUUIDFromBytes((kind + name).getBytes(StandardCharsets.UTF_8));
    }

    private Event customer(NamedCsvRecord row) {
        var state = StateBuilder.of(CustomerState.class)
                .with("id", id("customer", row.getField("account")))
                .with("number", row.getField("account"))
                .with("name", row.getField("account"))
                .with("type", "COMPANY")
                .with("industry", industry.apply(row.getField("sector")))
                .build();
        return EventStream.event(new CustomerEvent.Created(), state, 1);
    }

    private static Event product(String name) {
        var state = StateBuilder.of(ProductState.class)
                .with("id", id("product", name))
                .with("number", name)
                .with("name", name)
                .build();
        return EventStream.event(new ProductEvent.Created(), state, 1);
    }

    /** The engage date says when a deal entered the stage Engaging; when it was prospected nobody knows. */
    private static Event deal(NamedCsvRecord row, Map<String, String> teams) {
        var agent = code(row.getField("sales_agent"));
        var product = row.getField("product");
        var deal = new Deal()
                .of(agent, teams.get(agent))
                .with(id("customer", row.getField("account")), id("product", product), product);
        if (!row.getField("close_value").isEmpty()) {
            deal.worth(row.getField("close_value"), "USD");
        }
        var closed = row.getField("close_date").isEmpty() ? null : Deal.day(row.getField("close_date"));
        var stage = switch (row.getField("deal_stage")) {
            case "Won" -> WON;
            case "Lost" -> LOST;
            case "Engaging" -> NEEDS;
            default -> CONTACT;
        };
        if (row.getField("engage_date").isEmpty()) {
            return deal.imported(stage, null, closed).events().getFirst();
        }
        var engaged = Deal.day(row.getField("engage_date"));
        return deal.imported(stage, engaged, closed, new StageEntry(NEEDS, engaged))
                .events()
                .getFirst();
    }
}
