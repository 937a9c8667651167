package io.kehu.platform.reference;

import java.util.UUID;

/** A record of another service, as far as references need it. */
public record KnownRecord(UUID id, String number, String name, String owner, String team, boolean deleted) {}
