package io.kehu.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists of whoever sees the rows of many teams, page by page: each row once, in the order of the whole. */
@QuarkusTest
class ScopedListTest {

    private static final int TEAMS = 40;
    private static final Caller SYSTEM = Caller.system("test", Origin.API);

    /** Nobody else has teams below it. */
    private final String top = "/" + UUID.randomUUID();

    private final Caller lead = new Caller("lead", top, Scope.TEAM_TREE, Set.of(), Origin.API, null);

    @Inject
    Notes notes;

    private List<Note> write(String text) {
        var written = new ArrayList<Note>();
        SYSTEM.run(() -> {
            for (var round = 0; round < 3; round++) {
                for (var team = 0; team < TEAMS; team++) {
                    var path = team == 0 ? top : top + "/team-" + team;
                    var priority = (team + round) % 3 == 0 ? null : Integer.valueOf(team % 5);
                    written.add(notes.write("ben", path, text, priority));
                }
            }
            notes.write("ben", top + "0", text, 1);
            notes.write("ben", "/elsewhere", text, 1);
        });
        return written;
    }

    private List<UUID> listed(String filter, String sort) {
        var listed = new ArrayList<UUID>();
        String cursor = null;
        do {
            var request = ListRequest.of(filter, sort, 17);
            request.cursor = cursor;
            var page = lead.call(() -> notes.page(request));
            page.items().forEach(note -> listed.add(note.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return listed;
    }

    private static List<UUID> ids(List<Note> notes, Comparator<Note> order) {
        return notes.stream().sorted(order).map(Note::id).toList();
    }

    @Test
    void stepsFromTeamToTeamHoweverManyThereAre() {
        var written = write("stepped");
        Comparator<Note> byId = Comparator.comparing(note -> note.id().toString());
        assertThat(listed(null, null)).isEqualTo(ids(written, byId.reversed()));
        assertThat(listed("text==stepped", "id")).isEqualTo(ids(written, byId));
        assertThat(listed("text==other", null)).isEmpty();
    }

    @Test
    void putsEmptyValuesLastAcrossPagesInEitherDirection() {
        var written = write("sorted");
        Comparator<Note> byId = Comparator.comparing(note -> note.id().toString());
        Comparator<Note> rising = Comparator.comparing(Note::priority, Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<Note> falling =
                Comparator.comparing(Note::priority, Comparator.nullsLast(Comparator.reverseOrder()));
        assertThat(listed(null, "priority")).isEqualTo(ids(written, rising.thenComparing(byId)));
        assertThat(listed(null, "-priority")).isEqualTo(ids(written, falling.thenComparing(byId.reversed())));
    }
}
