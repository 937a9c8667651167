package io.kehu.servicedesk.survey;

import io.kehu.events.SurveyEvent;
import io.kehu.platform.access.Caller;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.reference.RowTickets;
import java.util.Optional;

/** Writes the answers of one chunk. */
record SurveyWriter(RowCustomers.Found customers, RowTickets.Found tickets, Numbers numbers, Directory directory)
        implements RowWriter<SurveyRow, Survey> {

    @Override
    public SurveyRow current(Survey existing) {
        return SurveyRow.of(existing.past());
    }

    @Override
    public Change create(ImportRow<SurveyRow> row) {
        var past = judged(row.command().answer());
        var survey = Survey.ofPast(numbers.next(Survey.NUMBER_PREFIX), subject(row), past);
        return Change.past(survey, new SurveyEvent.Answered(past.score()), past.answeredAt());
    }

    private Subject subject(ImportRow<SurveyRow> row) {
        var command = row.command();
        var caller = Caller.current();
        var ticket = tickets.of(row);
        var customerId = command.customer() == null ? null : customers.require(row);
        if (command.agent() != null) {
            directory.requireUserOfThePast("agent", command.agent());
        }
        var subject = ticket == null
                ? Subject.byHand(caller.username(), caller.team(), customerId, null)
                : Subject.of(
                        ticket.state(), customerId == null ? ticket.fields().customerId() : customerId);
        return command.agent() == null ? subject : subject.servedBy(command.agent());
    }

    @Override
    public Optional<Change> update(Survey existing, ImportRow<SurveyRow> row) {
        var before = existing.past();
        var past = judged(row.command().answer());
        var changed = ChangedFields.between(before, past);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        existing.correct(past);
        return Optional.of(Change.past(existing, new SurveyEvent.Updated(changed), past.answeredAt()));
    }

    private static PastAnswer judged(PastAnswer past) {
        var faults = past.faults();
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", faults);
        }
        return past;
    }
}
