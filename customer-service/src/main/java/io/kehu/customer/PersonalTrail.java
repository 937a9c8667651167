package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryEntry;
import io.kehu.platform.listing.Page;
import io.kehu.platform.personal.AccessEntry;
import io.kehu.platform.personal.AccessLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All that is kept of what happened to the data of a person, for whoever hands it to that person. */
@ApplicationScoped
public class PersonalTrail {

    private static final int PAGE = 200;

    private final History history;
    private final AccessLog log;

    PersonalTrail(History history, AccessLog log) {
        this.history = history;
        this.log = log;
    }

    /** Every change, the newest first. */
    public List<HistoryEntry> wholeHistory(UUID id) {
        var page = history.of(id, null, PAGE);
        var all = new ArrayList<>(page.items());
        while (page.nextBefore() != null) {
            page = history.of(id, page.nextBefore(), PAGE);
            all.addAll(page.items());
        }
        return all;
    }

    /** The personal part of the record as each change left it. */
    public <P> List<P> everKept(UUID id, Class<P> personal) {
        return history.personal(id, personal);
    }

    /** Every time that values were given in clear, the newest first. */
    public List<AccessEntry> allAccesses(EventFamily family, UUID id) {
        Page<AccessEntry> page = log.page(family, id, null, PAGE);
        var all = new ArrayList<>(page.items());
        while (page.nextCursor() != null) {
            page = log.page(family, id, page.nextCursor(), PAGE);
            all.addAll(page.items());
        }
        return all;
    }
}
