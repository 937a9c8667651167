package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member 活动成员 of a campaign as published: a lead or a contact, with what has come of the invitation. It is the
 * campaign's, so nobody owns it by itself.
 *
 * @param status the furthest that is known: INVITED, REGISTERED, ATTENDED or RESPONDED
 */
public record CampaignMemberState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID campaignId,
        UUID leadId,
        UUID contactId,
        String status,
        Instant invitedAt,
        Instant registeredAt,
        Instant attendedAt,
        Instant respondedAt,
        boolean deleted)
        implements AggregateState {}
