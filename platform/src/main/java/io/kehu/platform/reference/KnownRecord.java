package io.kehu.platform.reference;

import io.kehu.events.Collaborator;
import java.util.List;
import java.util.UUID;

/**
 * A record of another service, as far as references need it.
 *
 * @param customerId the customer that it hangs on, or null
 * @param mergedInto the record that it has turned out to be, or null
 */
public record KnownRecord(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        UUID customerId,
        List<Collaborator> collaborators,
        boolean deleted,
        UUID mergedInto) {

    /** How many merges one after the other a reference is followed through. */
    static final int MOST_MERGES = 10;
}
