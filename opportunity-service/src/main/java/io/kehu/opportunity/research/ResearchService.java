package io.kehu.opportunity.research;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.MarketResearchEvent;
import io.kehu.events.MarketResearchState;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class ResearchService {

    private final ResearchRepository research;
    private final CustomFieldRules customFields;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;
    private final Sharing sharing;

    ResearchService(
            ResearchRepository research,
            CustomFieldRules customFields,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds,
            Sharing sharing) {
        this.research = research;
        this.customFields = customFields;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
        this.sharing = sharing;
    }

    @Transactional
    ResearchView create(ResearchFields fields) {
        var piece = newPiece(fields);
        events.record(piece, piece.created());
        return piece.view();
    }

    private MarketResearch newPiece(ResearchFields fields) {
        var caller = Caller.current();
        return new MarketResearch(
                numbers.next(MarketResearch.NUMBER_PREFIX), caller.username(), caller.team(), settled(null, fields));
    }

    private ResearchFields settled(ResearchFields current, ResearchFields wanted) {
        return wanted.with(customFields.settled(
                ResearchRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    ResearchView get(UUID id) {
        return research.require(id).view();
    }

    /** The piece as it was recorded at {@code instant}, for whoever may see it now. */
    ResearchView get(UUID id, Instant instant) {
        var now = research.require(id).lifespan();
        var then = history.at(id, instant, MarketResearchState.class, Void.class);
        return new ResearchView(then.state(), now.at(then));
    }

    ResearchView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("market research", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds
                .find(EventFamily.MARKET_RESEARCH, List.of(externalId))
                .get(externalId);
    }

    /** The fields as they are, for a change of them. */
    ResearchFields fields(UUID id) {
        return research.require(id).fields();
    }

    Page<ResearchView> page(ListRequest request) {
        return research.page(request).map(MarketResearch::view);
    }

    Totals totals() {
        return new Totals(research.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        research.require(id);
        return history.of(id, before, limit);
    }

    /** @param competitors names where none is given */
    @Transactional
    ResearchView update(UUID id, Patch<ResearchFields> patch, UUID customerId, Map<UUID, String> competitors) {
        var piece = research.require(id);
        var current = piece.fields();
        piece.update(settled(current, patch.applyTo(current).settled(customerId, competitors)))
                .ifPresent(event -> events.record(piece, event));
        return piece.view();
    }

    @Transactional
    Upserted<ResearchView> upsert(ExternalId externalId, ResearchFields fields) {
        var known = find(externalId);
        if (known == null) {
            var piece = newPiece(fields);
            externalIds.link(EventFamily.MARKET_RESEARCH, piece, externalId);
            events.record(piece, piece.created());
            return Upserted.created(piece.view());
        }
        var piece = research.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = piece.update(settled(piece.fields(), fields));
        changed.ifPresent(event -> events.record(piece, event));
        return changed.isPresent() ? Upserted.updated(piece.view()) : Upserted.unchanged(piece.view());
    }

    @Transactional
    ResearchView assign(UUID id, Assignment assignment) {
        var piece = research.require(id);
        piece.assign(assignment.owner(), assignment.team()).ifPresent(event -> events.record(piece, event));
        return piece.view();
    }

    @Transactional
    ResearchView share(UUID id, Collaborator collaborator) {
        return sharing.add(research.require(id), collaborator, MarketResearchEvent.Updated::new)
                .view();
    }

    @Transactional
    ResearchView unshare(UUID id, String principal) {
        return sharing.remove(research.require(id), principal, MarketResearchEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var piece = research.require(id);
        events.record(piece, piece.remove());
    }

    @Transactional
    ResearchView restore(UUID id) {
        var piece = research.requireAlsoDeleted(id);
        if (piece.deleted()) {
            events.record(piece, piece.takeBack());
        }
        return piece.view();
    }
}
