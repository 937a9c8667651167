package io.kehu.events;

/** One event as consumers get it: the fact, and the aggregate after it. */
public record Event(EventMetadata metadata, DomainEvent data, AggregateState state) {}
