package io.kehu.opportunity.competitor;

import java.util.UUID;

/** Where a record speaks of a competitor: of one that is known by its id, or of somebody by name alone. */
public interface CompetitorMention {

    /** Null if the name alone is known. */
    UUID competitorId();

    /** Null if the record leaves it to the competitor's own. */
    String calledBy();
}
