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
import io.kehu.platform.problem.Unavailable;
import io.kehu.platform.web.AddressAllowance;
import io.kehu.platform.web.IdempotencyKey;
import io.kehu.platform.web.StoredAnswers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Makes leads of what anybody sends by a form; whoever sends learns nothing of what is there already. */
@ApplicationScoped
class SubmissionService {

    private static final String ALL_ADDRESSES = "*";

    private final LeadForms forms;
    private final LeadTerms terms;
    private final LeadDuplicateFinder finder;
    private final AddressAllowance allowance;
    private final Numbers numbers;
    private final EventLog events;
    private final LeadCandidates candidates;
    private final AutoAssignment assignment;
    private final LateAssignment late;
    private final StoredAnswers answers;

    SubmissionService(
            LeadForms forms,
            LeadTerms terms,
            LeadDuplicateFinder finder,
            AddressAllowance allowance,
            Numbers numbers,
            EventLog events,
            LeadCandidates candidates,
            AutoAssignment assignment,
            LateAssignment late,
            StoredAnswers answers) {
        this.forms = forms;
        this.terms = terms;
        this.finder = finder;
        this.allowance = allowance;
        this.numbers = numbers;
        this.events = events;
        this.candidates = candidates;
        this.assignment = assignment;
        this.late = late;
        this.answers = answers;
    }

    /**
     * @param key     the form's API key
     * @param origin  of the page, as the browser tells it, or null
     * @param address of the sender
     */
    void submit(String key, String origin, String address, LeadSubmission submission) {
        var view = forms.sentBy(key)
                .filter(found -> found.form().takes(origin))
                .orElseThrow(() -> new NotFound("lead form", key));
        var form = "lead-form:" + view.key();
        allowance.take(form, address, view.form().mostPerMinute(), "lead-form.limit");
        allowance.take(form, ALL_ADDRESSES, view.form().mostInAllPerMinute(), "lead-form.limit");
        if (view.form().consentText() != null && !submission.agreed()) {
            throw new Invalid("validation.failed", List.of(new InvalidField("consent", "lead-form.consent")));
        }
        Caller.system("lead-form", Origin.API).because(Origin.API, form).run(() -> take(view, submission));
    }

    private void take(LeadFormView view, LeadSubmission submission) {
        var fields = submission.fields(view, EventLog.now());
        try {
            var chosenFrom = candidates.of(fields);
            candidates.inTurn(chosenFrom, () -> once(submission, () -> create(view, fields, chosenFrom)));
        } catch (Unavailable away) {
            once(submission, () -> {
                var lead = create(view, fields, null);
                late.remember(lead.id());
                return lead;
            });
        }
    }

    /** Nothing happens if it has been sent under its {@code Idempotency-Key} before. */
    private LeadView once(LeadSubmission submission, Supplier<Lead> work) {
        var key = IdempotencyKey.ofRequest(submission);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (key == null) {
                return work.get().view();
            }
            answers.once(key, void.class, () -> {
                work.get();
                return null;
            });
            return null;
        });
    }

    private Lead create(LeadFormView view, LeadFields submitted, Candidates chosenFrom) {
        var fields = terms.settleSubmitted(submitted);
        var lead = new Lead(
                numbers.next(Lead.NUMBER_PREFIX), Lead.NOBODY, view.form().team(), fields);
        lead.cameBy(view.key());
        var duplicates = finder.likely(lead.fields());
        var assignee = assignment.next(chosenFrom);
        assignee.ifPresent(chosen -> lead.place(chosen.username(), chosen.team()));
        events.record(
                lead, lead.created(duplicates, assignee.map(Assignee::rule).orElse(null)));
        return lead;
    }
}
