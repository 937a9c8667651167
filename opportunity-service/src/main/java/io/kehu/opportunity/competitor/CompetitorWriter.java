package io.kehu.opportunity.competitor;

import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.Conflict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes the competitors of one chunk, of which no two may have one name. */
final class CompetitorWriter implements RowWriter<CompetitorFields, Competitor> {

    private final CompetitorTerms terms;
    private final Numbers numbers;
    private final Set<String> created = new HashSet<>();

    CompetitorWriter(CompetitorTerms terms, Numbers numbers) {
        this.terms = terms;
        this.numbers = numbers;
    }

    @Override
    public CompetitorFields current(Competitor existing) {
        return existing.fields();
    }

    @Override
    public Change create(ImportRow<CompetitorFields> row) {
        var fields = terms.settle(null, row.command());
        if (!created.add(CompetitorRepository.key(fields.name()))) {
            throw new Conflict("competitor.name-taken", fields.name());
        }
        var competitor = new Competitor(numbers.next(Competitor.NUMBER_PREFIX), fields);
        return Change.now(competitor, competitor.created());
    }

    @Override
    public Optional<Change> update(Competitor existing, ImportRow<CompetitorFields> row) {
        return existing.update(terms.settle(existing.fields(), row.command()))
                .map(event -> Change.now(existing, event));
    }
}
