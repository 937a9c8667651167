package io.kehu.opportunity.competitor;

import io.kehu.events.CompetitorState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CompetitorService {

    private final CompetitorRepository competitors;
    private final CompetitorTerms terms;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;

    CompetitorService(
            CompetitorRepository competitors,
            CompetitorTerms terms,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds) {
        this.competitors = competitors;
        this.terms = terms;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
    }

    @Transactional
    CompetitorView create(CompetitorFields fields) {
        var competitor = newCompetitor(fields);
        events.record(competitor, competitor.created());
        return competitor.view();
    }

    private Competitor newCompetitor(CompetitorFields fields) {
        return new Competitor(numbers.next(Competitor.NUMBER_PREFIX), terms.settle(null, fields));
    }

    CompetitorView get(UUID id) {
        return competitors.require(id).view();
    }

    /** The competitor as it was recorded at {@code instant}. */
    CompetitorView get(UUID id, Instant instant) {
        var now = competitors.require(id).lifespan();
        var then = history.at(id, instant, CompetitorState.class, Void.class);
        return new CompetitorView(then.state(), now.at(then));
    }

    CompetitorView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("competitor", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.COMPETITOR, List.of(externalId)).get(externalId);
    }

    Page<CompetitorView> page(ListRequest request) {
        return competitors.page(request).map(Competitor::view);
    }

    Totals totals() {
        return new Totals(competitors.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        competitors.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    CompetitorView update(UUID id, Patch<CompetitorFields> patch) {
        var competitor = competitors.require(id);
        var current = competitor.fields();
        competitor
                .update(terms.settle(current, patch.applyTo(current)))
                .ifPresent(event -> events.record(competitor, event));
        return competitor.view();
    }

    @Transactional
    Upserted<CompetitorView> upsert(ExternalId externalId, CompetitorFields fields) {
        var known = find(externalId);
        if (known == null) {
            var competitor = newCompetitor(fields);
            externalIds.link(EventFamily.COMPETITOR, competitor, externalId);
            events.record(competitor, competitor.created());
            return Upserted.created(competitor.view());
        }
        var competitor = competitors.require(known);
        var changed = competitor.update(terms.settle(competitor.fields(), fields));
        changed.ifPresent(event -> events.record(competitor, event));
        return changed.isPresent() ? Upserted.updated(competitor.view()) : Upserted.unchanged(competitor.view());
    }

    @Transactional
    void delete(UUID id) {
        var competitor = competitors.require(id);
        competitors.requireUnused(id);
        events.record(competitor, competitor.remove());
    }

    @Transactional
    CompetitorView restore(UUID id) {
        var competitor = competitors.requireAlsoDeleted(id);
        if (competitor.deleted()) {
            terms.requireFree(competitor.name());
            events.record(competitor, competitor.takeBack());
        }
        return competitor.view();
    }
}
