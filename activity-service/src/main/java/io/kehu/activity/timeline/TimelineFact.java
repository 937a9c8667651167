package io.kehu.activity.timeline;

import io.kehu.events.Event;
import java.time.Instant;

/** One thing that an event tells on a timeline; codes only, so that a front end says it in its own language. */
record TimelineFact(String type, Instant occurredAt, String from, String to) {

    static TimelineFact of(Event event, Object from, Object to) {
        return new TimelineFact(event.metadata().type(), event.metadata().occurredAt(), text(from), text(to));
    }

    static String text(Object code) {
        return code == null ? null : code.toString();
    }
}
