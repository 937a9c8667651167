package io.kehu.activity.timeline;

import io.kehu.platform.problem.BadRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The last item of a page of one subject's timeline, opaque to callers; the next page stands behind it. */
record TimelineCursor(Instant occurredAt, UUID eventId, int position) {

    private static final String SEPARATOR = "|";

    String write(TimelineSubject subject) {
        var text = String.join(
                SEPARATOR, subject.toString(), occurredAt.toString(), eventId.toString(), Integer.toString(position));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static TimelineCursor parse(String cursor, TimelineSubject subject) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            if (parts.length == 4 && parts[0].equals(subject.toString())) {
                return new TimelineCursor(
                        Instant.parse(parts[1]), UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequest("cursor.invalid");
        }
        throw new BadRequest("cursor.invalid");
    }
}
