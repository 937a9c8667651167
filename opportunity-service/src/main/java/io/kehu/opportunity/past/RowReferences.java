package io.kehu.opportunity.past;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the rows of a chunk refer to, each kind in one look-up. */
@ApplicationScoped
class RowReferences {

    private final References references;

    RowReferences(References references) {
        this.references = references;
    }

    /** What was found, as far as the importing user may see it. */
    record Found(
            Map<ExternalId, KnownRecord> customers,
            Map<String, KnownRecord> productsByCode,
            Map<ExternalId, KnownRecord> products) {

        Optional<KnownRecord> customer(ImportRow<OpportunityRow> row) {
            return Optional.ofNullable(customers.get(customerKey(row)));
        }

        Optional<KnownRecord> product(ImportRow<OpportunityRow> row) {
            var byCode = productsByCode.get(row.command().product());
            return Optional.ofNullable(byCode == null ? products.get(productKey(row)) : byCode);
        }
    }

    Found of(List<ImportRow<OpportunityRow>> rows) {
        var customers = new HashSet<ExternalId>();
        var codes = new HashSet<String>();
        for (var row : rows) {
            if (row.command().customer() != null) {
                customers.add(customerKey(row));
            }
            if (row.command().product() != null) {
                codes.add(row.command().product());
            }
        }
        var byCode = references.findByNumber(EventFamily.PRODUCT, codes);
        var products = productKeys(rows, byCode.keySet());
        return new Found(
                references.findByExternalId(EventFamily.CUSTOMER, customers),
                byCode,
                references.findByExternalId(EventFamily.PRODUCT, products));
    }

    private static Set<ExternalId> productKeys(List<ImportRow<OpportunityRow>> rows, Set<String> found) {
        var keys = new HashSet<ExternalId>();
        for (var row : rows) {
            var product = row.command().product();
            if (product != null && !found.contains(product)) {
                keys.add(productKey(row));
            }
        }
        return keys;
    }

    private static ExternalId customerKey(ImportRow<OpportunityRow> row) {
        return row.naming(row.command().customerSource(), row.command().customer());
    }

    private static ExternalId productKey(ImportRow<OpportunityRow> row) {
        return row.naming(null, row.command().product());
    }
}
