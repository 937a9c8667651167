package io.kehu.platform.changes;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.Expired;
import io.kehu.platform.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * How far a reader of changes has come, opaque to callers.
 *
 * @param history  of which database the positions are: a restored one begins a new history
 * @param seer     whose rows have been told, as a hash: with another scope other rows would have been
 * @param until    up to when expired shares have been told
 * @param events   the last event
 * @param standing the last change of who may see a customer
 * @param within   the last record of that customer, if there are more
 */
record ChangeCursor(UUID history, String seer, Instant until, Place events, Place standing, UUID within) {

    private static final String SEPARATOR = " ";
    private static final String NONE = "-";
    private static final UUID LAST = new UUID(-1, -1);

    /** @param position number of the transaction */
    record Place(long position, UUID id) {

        static Place before(long position) {
            return new Place(position - 1, LAST);
        }
    }

    static ChangeCursor start(UUID history, Instant now, long horizon) {
        return new ChangeCursor(history, currentSeer(), now, Place.before(horizon), Place.before(horizon), null);
    }

    static String currentSeer() {
        return HexFormat.of().formatHex(Sha256.of(Visibility.current().toString()), 0, 8);
    }

    String write() {
        var text = String.join(
                SEPARATOR,
                history.toString(),
                seer,
                until.toString(),
                Long.toString(events.position),
                events.id.toString(),
                Long.toString(standing.position),
                standing.id.toString(),
                within == null ? NONE : within.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ChangeCursor parse(String text) {
        try {
            var part = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR);
            return new ChangeCursor(
                    UUID.fromString(part[0]),
                    part[1],
                    Instant.parse(part[2]),
                    new Place(Long.parseLong(part[3]), UUID.fromString(part[4])),
                    new Place(Long.parseLong(part[5]), UUID.fromString(part[6])),
                    part[7].equals(NONE) ? null : UUID.fromString(part[7]));
        } catch (RuntimeException e) {
            throw new BadRequest("cursor.invalid");
        }
    }

    /** Fails with 410 if what has changed since cannot be told any more. */
    void require(UUID currentHistory, Instant now, Duration life) {
        if (!history.equals(currentHistory) || until.isBefore(now.minus(life))) {
            throw new Expired("changes.cursor-old", life.toDays());
        }
        if (!seer.equals(currentSeer())) {
            throw new Expired("changes.scope-changed");
        }
    }
}
