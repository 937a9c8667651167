package io.kehu.opportunity.research;

import io.kehu.events.EventFamily;
import io.kehu.opportunity.competitor.Competitors;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
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
        return competitors.requireNames("intelligence", "competitor", present, wanted);
    }
}
