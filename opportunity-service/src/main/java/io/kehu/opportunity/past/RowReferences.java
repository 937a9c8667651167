package io.kehu.opportunity.past;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.opportunity.DealCompetitor;
import io.kehu.opportunity.campaign.Campaign;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.opportunity.competitor.Competitors;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what the rows of a chunk refer to, each kind in one look-up. */
@ApplicationScoped
class RowReferences {

    private final References references;
    private final Campaigns campaigns;
    private final Competitors competitors;

    RowReferences(References references, Campaigns campaigns, Competitors competitors) {
        this.references = references;
        this.campaigns = campaigns;
        this.competitors = competitors;
    }

    /** What was found, as far as the importing user may see it. */
    record Found(
            Map<String, KnownRecord> customersByNumber,
            Map<ExternalId, KnownRecord> customers,
            Map<String, KnownRecord> productsByCode,
            Map<ExternalId, KnownRecord> products,
            Map<String, Campaign> campaigns,
            Map<String, UUID> competitors) {

        Optional<KnownRecord> customer(ImportRow<OpportunityRow> row) {
            var byNumber = numbered(row) ? customersByNumber.get(row.command().customer()) : null;
            return Optional.ofNullable(byNumber == null ? customers.get(customerKey(row)) : byNumber);
        }

        Optional<KnownRecord> product(ImportRow<OpportunityRow> row) {
            var byCode = productsByCode.get(row.command().product());
            return Optional.ofNullable(byCode == null ? products.get(productKey(row)) : byCode);
        }

        /** @param present told by its id where the file says nothing */
        UUID campaign(OpportunityRow row, UUID present) {
            var named = row.campaign();
            if (named == null || named.equals(Objects.toString(present, null))) {
                return named == null ? null : present;
            }
            if (!campaigns.containsKey(named)) {
                throw new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("campaign", "reference.unknown", "campaign", named)));
            }
            return campaigns.get(named).id();
        }

        /** What is known of those who are in the deal already stays. */
        List<DealCompetitor> competitors(OpportunityRow row, List<DealCompetitor> present) {
            var wanted = row.competitors();
            if (wanted == null || wanted.equals(namesOf(present))) {
                return wanted == null ? List.of() : present;
            }
            var known = new HashMap<String, DealCompetitor>();
            present.forEach(competitor -> known.put(competitor.calledBy(), competitor));
            return wanted.stream()
                    .map(name -> known.getOrDefault(name, DealCompetitor.of(competitors.get(name), name)))
                    .toList();
        }
    }

    /** In order, so that they can be compared; null if there are none. */
    static List<String> names(Collection<String> stated) {
        return stated == null || stated.isEmpty()
                ? null
                : stated.stream().distinct().sorted().toList();
    }

    static List<String> namesOf(List<DealCompetitor> competitors) {
        return names(competitors.stream().map(DealCompetitor::calledBy).toList());
    }

    Found of(List<ImportRow<OpportunityRow>> rows) {
        var customersByNumber = references.findByNumber(
                EventFamily.CUSTOMER, said(rows, RowReferences::numbered, OpportunityRow::customer));
        var byCode = references.findByNumber(EventFamily.PRODUCT, said(rows, _ -> true, OpportunityRow::product));
        var names = rows.stream()
                .map(row -> row.command().competitors())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return new Found(
                customersByNumber,
                references.findByExternalId(
                        EventFamily.CUSTOMER,
                        keys(rows, OpportunityRow::customer, customersByNumber.keySet(), RowReferences::customerKey)),
                byCode,
                references.findByExternalId(
                        EventFamily.PRODUCT,
                        keys(rows, OpportunityRow::product, byCode.keySet(), RowReferences::productKey)),
                campaigns.byNumber(said(rows, _ -> true, OpportunityRow::campaign)),
                competitors.byName(names));
    }

    private static Set<String> said(
            List<ImportRow<OpportunityRow>> rows,
            Predicate<ImportRow<OpportunityRow>> which,
            Function<OpportunityRow, String> what) {
        return rows.stream()
                .filter(which)
                .map(row -> what.apply(row.command()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The keys in other systems of what has not been found otherwise. */
    private static Set<ExternalId> keys(
            List<ImportRow<OpportunityRow>> rows,
            Function<OpportunityRow, String> what,
            Set<String> found,
            Function<ImportRow<OpportunityRow>, ExternalId> key) {
        return rows.stream()
                .filter(row -> what.apply(row.command()) != null && !found.contains(what.apply(row.command())))
                .map(key)
                .collect(Collectors.toSet());
    }

    /** A customer of another source is told by its key there. */
    private static boolean numbered(ImportRow<OpportunityRow> row) {
        return row.command().customerSource() == null;
    }

    private static ExternalId customerKey(ImportRow<OpportunityRow> row) {
        return row.naming(row.command().customerSource(), row.command().customer());
    }

    private static ExternalId productKey(ImportRow<OpportunityRow> row) {
        return row.naming(null, row.command().product());
    }
}
