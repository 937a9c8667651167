package io.kehu.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A sales target 业绩目标 as published. A user's is owned by the user, a team's by the team, and the company's by nobody.
 *
 * @param subjectKind COMPANY, TEAM or USER
 * @param subject     path of the team or username; null for the company
 * @param metric      WON_AMOUNT, CONTRACT_AMOUNT, COLLECTED_AMOUNT or WON_COUNT
 * @param currency    of the amounts; null for a count
 * @param months      what is to be reached in each of the twelve months, January first
 */
public record TargetState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String subjectKind,
        String subject,
        String metric,
        int year,
        String currency,
        List<BigDecimal> months,
        boolean deleted,
        List<Collaborator> collaborators,
        Set<String> tags,
        Map<String, Object> customFields)
        implements AggregateState {}
