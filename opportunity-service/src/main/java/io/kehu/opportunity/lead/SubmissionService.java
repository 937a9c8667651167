package io.kehu.opportunity.lead;

import io.kehu.events.Origin;
import io.kehu.opportunity.assignment.Assignee;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.AddressAllowance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes leads of what anybody sends by a form; whoever sends learns nothing of what is there already. */
@ApplicationScoped
class SubmissionService {

    private final LeadForms forms;
    private final LeadTerms terms;
    private final LeadDuplicateFinder finder;
    private final AddressAllowance allowance;
    private final Numbers numbers;
    private final EventLog events;
    private final LeadCandidates candidates;
    private final AutoAssignment assignment;

    SubmissionService(
            LeadForms forms,
            LeadTerms terms,
            LeadDuplicateFinder finder,
            AddressAllowance allowance,
            Numbers numbers,
            EventLog events,
            LeadCandidates candidates,
            AutoAssignment assignment) {
        this.forms = forms;
        this.terms = terms;
        this.finder = finder;
        this.allowance = allowance;
        this.numbers = numbers;
        this.events = events;
        this.candidates = candidates;
        this.assignment = assignment;
    }

    /**
     * @param origin  of the page, as the browser tells it, or null
     * @param address of the sender
     */
    void submit(String key, String origin, String address, LeadSubmission submission) {
        var view = forms.find(key)
                .filter(found -> found.form().takes(origin))
                .orElseThrow(() -> new NotFound("lead form", key));
        allowance.take(key, address, view.form().mostPerMinute(), "lead-form.limit");
        if (view.form().consentText() != null && !submission.agreed()) {
            throw new Invalid("validation.failed", List.of(new InvalidField("consent", "lead-form.consent")));
        }
        Caller.system("lead-form", Origin.API)
                .because(Origin.API, "lead-form:" + key)
                .run(() -> {
                    var fields = submission.fields(view, EventLog.now());
                    var chosenFrom = candidates.of(fields);
                    candidates.inTurn(
                            chosenFrom,
                            () -> QuarkusTransaction.requiringNew().call(() -> create(view, fields, chosenFrom)));
                });
    }

    private LeadView create(LeadFormView view, LeadFields submitted, Candidates chosenFrom) {
        var fields = terms.settle(null, submitted);
        var lead = new Lead(
                numbers.next(Lead.NUMBER_PREFIX), Lead.NOBODY, view.form().team(), fields);
        lead.cameBy(view.key());
        var duplicates = finder.likely(lead.fields());
        var assignee = assignment.next(chosenFrom);
        assignee.ifPresent(chosen -> lead.place(chosen.username(), chosen.team()));
        events.record(
                lead, lead.created(duplicates, assignee.map(Assignee::rule).orElse(null)));
        return lead.view();
    }
}
