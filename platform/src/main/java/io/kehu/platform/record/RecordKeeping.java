package io.kehu.platform.record;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.Numbers;
import jakarta.enterprise.context.ApplicationScoped;

/** What every {@link RecordService} works with. */
@ApplicationScoped
public class RecordKeeping {

    private final EventLog events;
    private final History history;
    private final ExternalIds externalIds;
    private final Numbers numbers;

    RecordKeeping(EventLog events, History history, ExternalIds externalIds, Numbers numbers) {
        this.events = events;
        this.history = history;
        this.externalIds = externalIds;
        this.numbers = numbers;
    }

    EventLog events() {
        return events;
    }

    History history() {
        return history;
    }

    ExternalIds externalIds() {
        return externalIds;
    }

    Numbers numbers() {
        return numbers;
    }
}
