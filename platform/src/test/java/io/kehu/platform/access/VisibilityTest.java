package io.kehu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.Origin;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The rule of visible rows, in its three forms: Hibernate's filter, native SQL and plain Java must agree for everybody. */
@QuarkusTest
class VisibilityTest {

    private static final List<String> OWNERS = List.of("anna", "ben", "an");
    private static final List<String> TEAMS = List.of("/a", "/a/b", "/a/b/c", "/ab", "/a0", "/b", "/a/%", "/A/b");

    @Inject
    Notes notes;

    @Inject
    DataSource database;

    @Test
    void meansTheSameInEveryForm() throws SQLException {
        var mark = UUID.randomUUID().toString();
        var all = new ArrayList<Note>();
        Caller.system("test", Origin.API).run(() -> {
            for (var owner : OWNERS) {
                all.add(notes.write(owner, null, mark, 1));
                TEAMS.forEach(team -> all.add(notes.write(owner, team, mark, 1)));
            }
        });
        for (var scope : Scope.values()) {
            for (var username : OWNERS) {
                for (var team : teamsAndNone()) {
                    var caller = new Caller(username, team, scope, Set.of(), Origin.API, null);
                    var rule = Visibility.of(caller);
                    var expected = ids(all.stream()
                            .filter(note -> rule.allows(note.owner(), note.team()))
                            .toList());
                    var listed = ids(caller.call(() -> notes.page(ListRequest.of("text==" + mark, null, 200)))
                            .items());
                    assertThat(listed).as("%s", caller).isEqualTo(expected);
                    assertThat(byNativeSql(rule, mark)).as("%s", caller).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void countsAndLoadsByKeyOnlyWhatIsVisible() {
        var note = Caller.system("test", Origin.API).call(() -> notes.write("anna", "/a", "by key", 1));
        var stranger = new Caller("ben", "/b", Scope.TEAM_TREE, Set.of(), Origin.API, null);
        assertThat(stranger.<Boolean, RuntimeException>call(() -> {
                    try {
                        notes.require(note.id());
                        return true;
                    } catch (io.kehu.platform.problem.NotFound e) {
                        return false;
                    }
                }))
                .isFalse();
        assertThat(Caller.current().scope())
                .as("without an identity nothing is visible")
                .isEqualTo(Scope.NONE);
    }

    private static List<String> teamsAndNone() {
        var teams = new ArrayList<>(TEAMS);
        teams.add(null);
        return teams;
    }

    private static Set<String> ids(List<Note> found) {
        var ids = new TreeSet<String>();
        found.forEach(note -> ids.add(note.id().toString()));
        return ids;
    }

    private Set<String> byNativeSql(Visibility rule, String mark) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id from note n where n.text = ? and " + Visibility.sql("n"))) {
            statement.setString(1, mark);
            var index = 2;
            for (var parameter : rule.parameters()) {
                statement.setObject(index++, parameter);
            }
            var ids = new TreeSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
