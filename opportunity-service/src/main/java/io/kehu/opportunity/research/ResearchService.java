package io.kehu.opportunity.research;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.MarketResearchState;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class ResearchService extends RecordService<MarketResearch, ResearchView> {

    private final ResearchRepository research;
    private final CustomFieldRules customFields;

    ResearchService(ResearchRepository research, CustomFieldRules customFields, RecordKeeping keeping) {
        super(EventFamily.MARKET_RESEARCH, research, keeping);
        this.research = research;
        this.customFields = customFields;
    }

    @Transactional
    ResearchView create(ResearchFields fields) {
        return add(newPiece(fields), MarketResearch::created);
    }

    private MarketResearch newPiece(ResearchFields fields) {
        var caller = Caller.current();
        return new MarketResearch(
                number(MarketResearch.NUMBER_PREFIX), caller.username(), caller.team(), settled(null, fields));
    }

    private ResearchFields settled(ResearchFields current, ResearchFields wanted) {
        return wanted.with(customFields.settled(
                ResearchRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    @Override
    protected ResearchView asRecorded(MarketResearch piece, Instant instant) {
        var then = moment(piece, instant, MarketResearchState.class, Void.class);
        return new ResearchView(then.state(), piece.lifespan().at(then));
    }

    /** The fields as they are, for a change of them. */
    ResearchFields fields(UUID id) {
        return research.require(id).fields();
    }

    /** @param competitors names where none is given */
    @Transactional
    ResearchView update(UUID id, Patch<ResearchFields> patch, Map<UUID, String> competitors) {
        return change(id, piece -> {
            var current = piece.fields();
            var wanted = patch.applyTo(current);
            return piece.update(settled(current, wanted.settled(wanted.customerId(), competitors)));
        });
    }

    @Transactional
    Upserted<ResearchView> upsert(ExternalId externalId, ResearchFields fields) {
        return upsert(
                externalId,
                () -> newPiece(fields),
                MarketResearch::created,
                piece -> piece.update(settled(piece.fields(), fields)));
    }

    @Transactional
    ResearchView assign(UUID id, Assignment assignment) {
        return change(id, piece -> piece.assign(assignment.owner(), assignment.team()));
    }
}
