package io.kehu.events;

import java.util.Set;

/** What can happen to a member 活动成员 of a campaign. */
public sealed interface CampaignMemberEvent extends DomainEvent {

    record Added() implements CampaignMemberEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements CampaignMemberEvent {}

    /** The member has answered for the first time; the state says when. */
    record Responded() implements CampaignMemberEvent {}

    record Removed() implements CampaignMemberEvent {}

    record Unknown(String type) implements CampaignMemberEvent {}
}
