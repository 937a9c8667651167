package io.kehu.local.demo.company;

import io.kehu.local.demo.invention.CatalogueItem;
import io.kehu.local.demo.invention.MadeContact;
import io.kehu.local.demo.invention.MadeCustomer;
import io.kehu.local.demo.invention.MadeDeal;
import io.kehu.local.demo.invention.MadeTicket;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes a made-up company into files with headings that the imports understand by themselves. */
final class CompanyFiles {

    private final Path folder;

    CompanyFiles(Path folder) {
        this.folder = folder;
    }

    Path products(Stream<CatalogueItem> items) {
        var columns = new CsvFile<CatalogueItem>()
                .with("externalId", CatalogueItem::code)
                .with("code", CatalogueItem::code)
                .with("name", CatalogueItem::name)
                .with("kind", CatalogueItem::kind)
                .with("category", CatalogueItem::category)
                .with("unit", CatalogueItem::unit)
                .with("price", CatalogueItem::price)
                .with("currency", _ -> "CNY");
        return columns.write(folder.resolve("products.csv"), items);
    }

    Path customers(Stream<MadeCustomer> customers) {
        var columns = new CsvFile<MadeCustomer>()
                .with("externalId", MadeCustomer::externalId)
                .with("name", MadeCustomer::name)
                .with("type", MadeCustomer::type)
                .with("unifiedSocialCreditCode", MadeCustomer::creditCode)
                .with("industry", MadeCustomer::industry)
                .with("employees", MadeCustomer::employees)
                .with("annualRevenue", MadeCustomer::revenue)
                .with("currency", _ -> "CNY")
                .with("yearEstablished", MadeCustomer::yearEstablished)
                .with("website", MadeCustomer::website)
                .with("phone", MadeCustomer::phone)
                .with("email", MadeCustomer::email)
                .with("country", customer -> customer.country().name())
                .with("province", customer -> customer.place().province())
                .with("city", customer -> customer.place().city())
                .with("source", MadeCustomer::source)
                .with("level", MadeCustomer::level)
                .with("tags", customer -> String.join(";", customer.tags()))
                .with("remark", customer -> customer.words().remark())
                .with("owner", customer -> customer.seller().username())
                .with("team", customer -> customer.seller().team())
                .with("parent", customer -> customer.parent() == 0 ? null : MadeCustomer.externalId(customer.parent()))
                .with("parentRelation", customer -> customer.parent() == 0 ? null : "SUBSIDIARY");
        return columns.write(folder.resolve("customers.csv"), customers);
    }

    Path contacts(Stream<MadeContact> contacts) {
        var columns = new CsvFile<MadeContact>()
                .with("externalId", MadeContact::externalId)
                .with("customer", contact -> contact.customer().externalId())
                .with("name", MadeContact::name)
                .with("salutation", MadeContact::salutation)
                .with("title", contact -> contact.position().title())
                .with("department", contact -> contact.position().department())
                .with("roles", contact -> contact.position().role())
                .with("phone", MadeContact::phone)
                .with("email", MadeContact::email)
                .with("owner", contact -> contact.customer().seller().username())
                .with("team", contact -> contact.customer().seller().team());
        return columns.write(folder.resolve("contacts.csv"), contacts);
    }

    Path opportunities(Stream<MadeDeal> deals) {
        var columns = new CsvFile<MadeDeal>()
                .with("externalId", MadeDeal::externalId)
                .with("name", MadeDeal::name)
                .with("customer", deal -> deal.customer().externalId())
                .with("product", deal -> deal.product().code())
                .with("stage", MadeDeal::stage)
                .with("amount", MadeDeal::amount)
                .with("currency", _ -> "CNY")
                .with("expectedCloseDate", MadeDeal::expectedCloseDate)
                .with("openedAt", MadeDeal::openedOn)
                .with("closedAt", MadeDeal::closedOn)
                .with("lostReason", MadeDeal::lostReason)
                .with("source", MadeDeal::source)
                .with("nextStep", MadeDeal::nextStep)
                .with("owner", deal -> deal.customer().seller().username())
                .with("team", deal -> deal.customer().seller().team());
        for (var stage : MadeDeal.STAGES) {
            columns.with("enteredAt." + stage, deal -> deal.entered().get(stage));
        }
        return columns.write(folder.resolve("opportunities.csv"), deals);
    }

    /** A row for each update. */
    Path tickets(Stream<MadeTicket> tickets) {
        record Row(MadeTicket ticket, MadeTicket.Update update) {}
        var columns = new CsvFile<Row>()
                .with("externalId", row -> row.ticket().externalId())
                .with("customer", row -> row.ticket().customer().externalId())
                .with("subject", row -> row.ticket().text().subject())
                .with("description", row -> row.ticket().text().description())
                .with("type", row -> row.ticket().text().type())
                .with("category", row -> row.ticket().text().category())
                .with("channel", row -> row.ticket().channel())
                .with("impact", row -> row.ticket().impact())
                .with("urgency", row -> row.ticket().urgency())
                .with("status", row -> row.update().status())
                .with("statusAt", row -> row.update().at())
                .with("openedAt", row -> row.ticket().openedAt())
                .with(
                        "resolution",
                        row -> row.ticket().slaMet() == null
                                ? null
                                : row.ticket().text().resolution())
                .with("slaMet", row -> row.ticket().slaMet())
                .with("reopenCount", row -> row.ticket().count("REOPENED"))
                .with("assignee", _ -> LiveTickets.AGENT)
                .with("group", _ -> LiveTickets.GROUP)
                .with("team", _ -> LiveTickets.TEAM);
        return columns.write(
                folder.resolve("tickets.csv"),
                tickets.flatMap(ticket -> ticket.updates().stream().map(update -> new Row(ticket, update))));
    }
}
