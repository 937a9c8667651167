package io.kehu.events;

import java.util.Set;

/** What can happen to a campaign 市场活动; what happens to those who are invited, {@link CampaignMemberEvent} tells. */
public sealed interface CampaignEvent extends DomainEvent {

    record Created() implements CampaignEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements CampaignEvent {}

    /** @param reason what the user said about it, or null */
    record StatusChanged(String from, String to, String reason) implements CampaignEvent {}

    /** @param corrected the line as it was before; null if it is new */
    record CostBooked(CampaignState.Cost cost, CampaignState.Cost corrected) implements CampaignEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements CampaignEvent {}

    record Deleted() implements CampaignEvent {}

    record Restored() implements CampaignEvent {}

    record Unknown(String type) implements CampaignEvent {}
}
