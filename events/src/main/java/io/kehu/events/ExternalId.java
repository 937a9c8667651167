package io.kehu.events;

/** The key of a record in another system: the pair is unique within one kind of record. */
public record ExternalId(String source, String externalId) {}
