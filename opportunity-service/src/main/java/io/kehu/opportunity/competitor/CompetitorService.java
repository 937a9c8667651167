package io.kehu.opportunity.competitor;

import io.kehu.events.CompetitorState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class CompetitorService extends RecordService<Competitor, CompetitorView> {

    private final CompetitorRepository competitors;
    private final CompetitorTerms terms;

    CompetitorService(CompetitorRepository competitors, CompetitorTerms terms, RecordKeeping keeping) {
        super(EventFamily.COMPETITOR, competitors, keeping);
        this.competitors = competitors;
        this.terms = terms;
    }

    @Transactional
    CompetitorView create(CompetitorFields fields) {
        return add(newCompetitor(fields), Competitor::created);
    }

    private Competitor newCompetitor(CompetitorFields fields) {
        return new Competitor(number(Competitor.NUMBER_PREFIX), terms.settle(null, fields));
    }

    @Override
    protected CompetitorView asRecorded(Competitor competitor, Instant instant) {
        var then = moment(competitor, instant, CompetitorState.class, Void.class);
        return new CompetitorView(then.state(), competitor.lifespan().at(then));
    }

    @Transactional
    CompetitorView update(UUID id, Patch<CompetitorFields> patch) {
        return change(id, competitor -> {
            var current = competitor.fields();
            return competitor.update(terms.settle(current, patch.applyTo(current)));
        });
    }

    @Transactional
    Upserted<CompetitorView> upsert(ExternalId externalId, CompetitorFields fields) {
        return upsert(
                externalId,
                () -> newCompetitor(fields),
                Competitor::created,
                competitor -> competitor.update(terms.settle(competitor.fields(), fields)));
    }

    @Override
    protected void requireUnused(Competitor competitor) {
        competitors.requireUnused(competitor.id());
    }

    @Override
    protected void requireRoom(Competitor competitor) {
        terms.requireFree(competitor.name());
    }
}
