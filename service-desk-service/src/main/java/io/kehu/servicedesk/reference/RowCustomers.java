package io.kehu.servicedesk.reference;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the customers that the rows of a chunk name, in one look-up. */
@ApplicationScoped
public class RowCustomers {

    private final References references;

    RowCustomers(References references) {
        this.references = references;
    }

    /** What a row says of its customer: its key in another system, and in which. */
    public interface NamesCustomer {

        String customer();

        /** Null for that of the row's own key. */
        String customerSource();
    }

    /** What was found, as far as the importing user may see it. */
    public record Found(Map<ExternalId, KnownRecord> customers) {

        /** Fails with 422 unless the customer that {@code row} names was found. */
        public <R extends Record & NamesCustomer> UUID require(ImportRow<R> row) {
            var found = customers.get(key(row));
            if (found == null) {
                throw new Invalid(
                        "validation.failed",
                        List.of(new InvalidField(
                                "customer",
                                "reference.unknown",
                                "customer",
                                row.command().customer())));
            }
            return found.id();
        }
    }

    public <R extends Record & NamesCustomer> Found of(List<ImportRow<R>> rows) {
        var keys = rows.stream()
                .filter(row -> row.command().customer() != null)
                .map(RowCustomers::key)
                .collect(Collectors.toSet());
        return new Found(references.findByExternalId(EventFamily.CUSTOMER, keys));
    }

    private static <R extends Record & NamesCustomer> ExternalId key(ImportRow<R> row) {
        return row.naming(row.command().customerSource(), row.command().customer());
    }
}
