package io.kehu.opportunity.past;

import io.kehu.events.EventFamily;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.opportunity.StageLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.exchange.ImportRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stage times that are known already of the deals that a chunk of rows speaks of, in one look-up. */
@ApplicationScoped
class RowPasts {

    private final ExternalIds externalIds;
    private final StageLog log;

    RowPasts(ExternalIds externalIds, StageLog log) {
        this.externalIds = externalIds;
        this.log = log;
    }

    /** By deal; deals that are new are left out. */
    Map<UUID, Set<StageEntry>> of(List<ImportRow<OpportunityRow>> rows) {
        var pairs = rows.stream()
                .map(ImportRow::externalId)
                .filter(Objects::nonNull)
                .toList();
        var ids = externalIds.find(EventFamily.OPPORTUNITY, pairs).values();
        return ids.isEmpty()
                ? Map.of()
                : log.of(ids).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().entries()));
    }
}
