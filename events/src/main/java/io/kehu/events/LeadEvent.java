package io.kehu.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What can happen to a lead 线索. */
public sealed interface LeadEvent extends DomainEvent {

    /**
     * @param duplicates leads that were likely the same one, and beside which it was made all the same
     * @param rule       name of the rule that chose the owner, or null
     */
    record Created(List<UUID> duplicates, String rule) implements LeadEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements LeadEvent {}

    /** @param rule name of the rule that chose the owner, or null if somebody did */
    record Assigned(String previousOwner, String owner, String previousTeam, String team, String rule)
            implements LeadEvent {}

    /** A move to any status but DISQUALIFIED and CONVERTED, which have events of their own. */
    record StatusChanged(String from, String to, String reason) implements LeadEvent {}

    /** @param reason code of why it is no lead, for instance NO_BUDGET */
    record Disqualified(String from, String reason, String comment) implements LeadEvent {}

    /** @param contactId null if the lead named no person, {@code opportunityId} null if nobody wanted a deal */
    record Converted(UUID customerId, UUID contactId, UUID opportunityId) implements LeadEvent {}

    record Deleted() implements LeadEvent {}

    record Restored() implements LeadEvent {}

    /** All that tells whose lead it is has been destroyed, here and in the past; the record remains, empty. */
    record Erased() implements LeadEvent {}

    record Unknown(String type) implements LeadEvent {}
}
