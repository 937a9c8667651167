package io.kehu.events;

import java.time.Instant;

/**
 * Somebody with whom a record is shared 协作人, beside its owner and team.
 *
 * @param principal a username, or the path of a team such as {@code /sales/east}, which includes the teams below it
 * @param expiresAt when the share ends, or null if it does not
 */
public record Collaborator(String principal, Access access, Instant expiresAt) {

    /** What a collaborator may do with the record. */
    public enum Access {
        READ,
        WRITE
    }

    public boolean endedAt(Instant instant) {
        return expiresAt != null && !expiresAt.isAfter(instant);
    }
}
