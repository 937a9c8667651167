package io.kehu.opportunity;

import io.kehu.opportunity.assignment.AssignmentRule.Subject;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.opportunity.reference.KnownCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Who may be given a deal by the rules; asked before a transaction opens. Region and industry are those of its customer. */
@ApplicationScoped
public class DealCandidates {

    private final AutoAssignment assignment;
    private final KnownCustomers customers;

    DealCandidates(AutoAssignment assignment, KnownCustomers customers) {
        this.assignment = assignment;
        this.customers = customers;
    }

    /** Null if no rule fits. */
    public Candidates of(OpportunityFields fields) {
        var customer = customers.find(fields.customerId());
        return assignment
                .candidates(Subject.OPPORTUNITIES, fields.source(), customer.region(), customer.industry())
                .orElse(null);
    }

    /** As {@link AutoAssignment#inTurn}. */
    <T> T inTurn(Candidates candidates, Supplier<T> work) {
        return assignment.inTurn(candidates, work);
    }
}
