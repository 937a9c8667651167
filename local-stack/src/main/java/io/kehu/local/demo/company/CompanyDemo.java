package io.kehu.local.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.local.demo.client.ImportRun;
import io.kehu.local.demo.client.PublicApi;
import io.kehu.local.demo.invention.Company;
import io.kehu.local.demo.invention.MadeCustomer;
import io.kehu.local.demo.invention.MadeTicket;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Fills the suite with a made-up company: the past by imports, the present as its people would write it. */
public final class CompanyDemo {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicApi kehu;
    private final ImportRun imports;
    private final PrintStream out;
    private final Path home;

    /** @param home folder for what the demo writes */
    public CompanyDemo(PublicApi kehu, ImportRun imports, PrintStream out, Path home) {
        this.kehu = kehu;
        this.imports = imports;
        this.out = out;
        this.home = home;
    }

    public void run(int count, long seed) {
        var source = "demo-" + seed;
        var today = today(source);
        out.println("a company of %,d customers, seed %d, as of %s".formatted(count, seed, today));
        var company = new Company(seed, today, count);
        importPast(company, source);
        workOn(company, source);
        out.println();
        out.println("the company is there; running this again with the same seed adds nothing");
    }

    private void importPast(Company company, String source) {
        var files = new CompanyFiles(home.resolve(source));
        var mapping = mapping(source);
        imports.upsert("products", files.products(company.catalogue()), mapping);
        imports.upsert("customers", files.customers(company.customers()), mapping);
        imports.upsert("contacts", files.contacts(company.contacts()), mapping);
        imports.upsert("opportunities", files.opportunities(company.deals()), mapping);
        imports.upsert("tickets", files.tickets(company.tickets().filter(ticket -> !ticket.live())), mapping);
    }

    /** What no file can bring goes the way that people would take. */
    private void workOn(Company company, String source) {
        var crew = new Crew(out);
        crew.work("activities", company.activities(), new LiveActivities(kehu, source)::work);
        crew.work("live tickets", company.tickets().filter(MadeTicket::live), new LiveTickets(kehu, source)::work);
        crew.work(
                "contracts",
                company.deals().filter(deal -> deal.contract() != null),
                new LiveContracts(kehu, source)::work);
    }

    /** The day of the first run, so that a later one makes the same company. */
    private LocalDate today(String source) {
        return kehu.find("admin", "customers", source, MadeCustomer.externalId(1))
                .map(customer -> Instant.parse(customer.path("createdAt").asText()))
                .orElseGet(Instant::now)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static JsonNode mapping(String source) {
        var mapping = JSON.createObjectNode();
        mapping.putObject("constants").put("externalSource", source);
        return mapping.put("timeZone", "UTC");
    }
}
