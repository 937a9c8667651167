package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A lead 线索 as published: who it is stays with opportunity-service.
 *
 * @param name               always null, because leads are often called by a person's name
 * @param source             来源渠道, for instance WEBSITE
 * @param interests          what is asked for 意向产品
 * @param score              0 to 100 评分
 * @param status             NEW, ASSIGNED, CONTACTED, QUALIFIED, CONVERTED, DISQUALIFIED or RECYCLED
 * @param statusSince        since when it has been in that status
 * @param form               key of the form that it came in by, or null
 * @param convertedCustomerId what it has become; null before
 * @param erased             whether all that told whose lead it is has been destroyed 已清除
 */
public record LeadState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String company,
        String title,
        String source,
        UUID campaignId,
        String industry,
        String region,
        Set<String> interests,
        Money budget,
        Integer score,
        String status,
        Instant statusSince,
        String disqualifiedReason,
        String form,
        List<Consent> consents,
        UUID convertedCustomerId,
        UUID convertedContactId,
        UUID convertedOpportunityId,
        Instant convertedAt,
        boolean deleted,
        boolean erased,
        List<Collaborator> collaborators,
        Set<String> tags)
        implements AggregateState {}
