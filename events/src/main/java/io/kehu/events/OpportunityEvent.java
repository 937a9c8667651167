package io.kehu.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What can happen to an opportunity 商机. */
public sealed interface OpportunityEvent extends DomainEvent {

    /** @param duplicates open deals that it likely is, and beside which somebody wanted it all the same, or null */
    record Opened(StageState stage, List<UUID> duplicates) implements OpportunityEvent {
        public Opened(StageState stage) {
            this(stage, null);
        }
    }

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements OpportunityEvent {}

    /** @param enteredAt when the left stage was entered, in business time; null when that is not known */
    record StageChanged(StageState from, StageState to, Instant enteredAt, String reason) implements OpportunityEvent {}

    /** @param reason what the user said about it, or null */
    record Won(StageState from, StageState to, LocalDate closedOn, Money amount, String reason)
            implements OpportunityEvent {}

    /**
     * @param reason     why it was lost, a word of the dictionary
     * @param comment    what the user said about it, or null
     * @param competitor who won it instead, or null
     * @param competitorId likewise; null also if he is known by his name alone
     */
    record Lost(
            StageState from,
            StageState to,
            LocalDate closedOn,
            String reason,
            String comment,
            String competitor,
            UUID competitorId)
            implements OpportunityEvent {}

    record Reopened(StageState from, StageState to, String reason) implements OpportunityEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements OpportunityEvent {}

    /** Past taken over from another system in one piece: the deal as it stands, with the stage times that were known. */
    record Imported(StageState stage, List<StageEntry> stages) implements OpportunityEvent {}

    /**
     * An import has been taken back, so that the deal stands again as it did before.
     *
     * @param sinceVersion of the first event that the import caused: what it and those after it tell of stages never was
     * @param fields       names of the fields that changed
     */
    record ImportReverted(long sinceVersion, Set<String> fields) implements OpportunityEvent {}

    record Deleted() implements OpportunityEvent {}

    record Restored() implements OpportunityEvent {}

    /**
     * Nothing has happened with an open deal for longer than its stage allows; told once until something does.
     *
     * @param since when something happened last: a move, a change or a follow-up
     * @param days  how long the stage lets a deal be
     */
    record Idle(Instant since, int days) implements OpportunityEvent {}

    record Unknown(String type) implements OpportunityEvent {}

    /** @param enteredAt business time, never invented: stages of unknown time are not listed */
    record StageEntry(StageState stage, Instant enteredAt) {}
}
