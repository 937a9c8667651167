package io.kehu.opportunity.research;

import io.kehu.events.EventFamily;
import io.kehu.opportunity.competitor.Competitors;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Judges whom research is about; asked before a transaction opens. What it names already may stay. */
@ApplicationScoped
class ResearchReferences {

    private final References references;
    private final Competitors competitors;

    ResearchReferences(References references, Competitors competitors) {
        this.references = references;
        this.competitors = competitors;
    }

    /**
     * The customer, or the survivor if it is merged; 422 if the caller may not see it.
     *
     * @param present of which customer it is already, or null
     */
    UUID customer(UUID present, UUID wanted) {
        return Objects.equals(present, wanted)
                ? wanted
                : references.require("customerId", EventFamily.CUSTOMER, wanted);
    }

    /** The names of the competitors by their ids; 422 for one that does not exist or is not named at all. */
    Map<UUID, String> competitors(List<Intelligence> present, List<Intelligence> wanted) {
        var names = new HashMap<UUID, String>();
        present.stream()
                .filter(each -> each.competitorId() != null)
                .forEach(each -> names.put(each.competitorId(), each.competitor()));
        names.putAll(competitors.names(wanted.stream()
                .map(Intelligence::competitorId)
                .filter(id -> id != null && !names.containsKey(id))
                .toList()));
        var faults = new ArrayList<InvalidField>();
        for (var index = 0; index < wanted.size(); index++) {
            var each = wanted.get(index);
            var field = "intelligence[" + index + "].";
            if (each.competitorId() == null && each.competitor() == null) {
                faults.add(new InvalidField(field + "competitor", "field.required"));
            } else if (each.competitorId() != null && !names.containsKey(each.competitorId())) {
                faults.add(new InvalidField(
                        field + "competitorId", "reference.unknown", "competitor", each.competitorId()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return names;
    }
}
