package io.kehu.opportunity.lead;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.ExternalIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other features of this service may ask of leads. */
@ApplicationScoped
public class Leads {

    private final LeadRepository repository;
    private final ExternalIds externalIds;

    Leads(LeadRepository repository, ExternalIds externalIds) {
        this.repository = repository;
        this.externalIds = externalIds;
    }

    /** Whether there is such a lead and the caller may see it. */
    public boolean has(UUID id) {
        return repository.findVisible(id).isPresent();
    }

    /** The leads of these numbers, as far as the caller may see them. */
    public Map<String, UUID> byNumber(Collection<String> numbers) {
        return repository.ofNumbers(numbers).stream().collect(Collectors.toMap(Lead::number, Lead::id));
    }

    /** The leads that have these keys in other systems, likewise. */
    public Map<ExternalId, UUID> byExternalId(Collection<ExternalId> pairs) {
        var known = new HashMap<>(externalIds.find(EventFamily.LEAD, pairs));
        var visible = repository.visible(known.values()).stream().map(Lead::id).collect(Collectors.toSet());
        known.values().retainAll(visible);
        return known;
    }
}
