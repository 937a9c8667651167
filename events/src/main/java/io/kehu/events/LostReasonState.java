package io.kehu.events;

import java.util.List;
import java.util.UUID;

/**
 * A reason for losing a deal 丢单原因, an entry of the company's dictionary, as published. Nobody owns one.
 *
 * @param number          its key, by which deals name it
 * @param name            in English
 * @param chineseName     in Chinese
 * @param needsCompetitor whether the competitor who won is to be named
 * @param active          whether it may be chosen
 * @param position        reasons are shown in this order
 */
public record LostReasonState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String chineseName,
        boolean needsCompetitor,
        boolean active,
        int position,
        boolean deleted)
        implements AggregateState {}
