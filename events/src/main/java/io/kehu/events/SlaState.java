package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The clock of one promise of a service level 服务级别, as published; whose ticket it is, the ticket tells.
 *
 * @param name          always null
 * @param owner         always null: the ticket has an owner
 * @param team          always null
 * @param kind          {@code FIRST_RESPONSE}, {@code NEXT_RESPONSE} or {@code RESOLUTION}
 * @param round         counts the clocks of this kind: each reopening starts another one
 * @param policy        key of the policy, null if imported
 * @param targetMinutes working minutes within which it was promised, null if imported
 * @param source        {@code COMPUTED}, or {@code IMPORTED} for the verdict of another system
 * @param status        {@code RUNNING}, {@code PAUSED}, {@code ENDED} or {@code CANCELLED}
 * @param verdict       {@code MET} or {@code BREACHED}, null while neither is certain
 * @param dueAt         when it is or was due, null while it is paused
 * @param usedMinutes   working minutes used when the clock last stood still
 * @param warnedPercent the last warning that was given, 0 if none was
 */
public record SlaState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID ticketId,
        String kind,
        int round,
        String policy,
        Integer policyVersion,
        String calendar,
        Integer targetMinutes,
        String source,
        String status,
        String verdict,
        Instant startedAt,
        Instant dueAt,
        Instant breachedAt,
        Instant endedAt,
        Integer usedMinutes,
        int warnedPercent,
        boolean deleted)
        implements AggregateState {}
