package io.kehu.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.gateway.directory.ChangeNote.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeNoteTest {

    private static ObjectNode user(Iterable<String> pieces) {
        var user = JsonNodeFactory.instance.objectNode();
        var attribute = user.putObject("attributes").putArray(ChangeNote.ATTRIBUTE);
        pieces.forEach(attribute::add);
        return user;
    }

    @Test
    void isReadBackFromPiecesThatComeInAnyOrder() {
        var note =
                ChangeNote.of("admin", Action.ROLES_CHANGED).with("roles", List.of(), Collections.nCopies(60, "销售经理"));
        var pieces = new ArrayList<String>();
        note.attribute().forEach(piece -> pieces.add(piece.asText()));
        assertThat(pieces)
                .hasSizeGreaterThan(2)
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThan(255));
        Collections.reverse(pieces);
        assertThat(ChangeNote.within(user(pieces))).contains(note);
    }

    @Test
    void leavesOutWhatStaysTheSame() {
        var note = ChangeNote.of("admin", Action.UPDATED)
                .with("displayName", "Li Lei", "Li Lei")
                .with("email", null, "li@example.com");
        assertThat(note.changes()).containsOnlyKeys("email");
    }

    @Test
    void isAbsentWhereSomebodyWroteOverIt() {
        assertThat(ChangeNote.within(JsonNodeFactory.instance.objectNode())).isEmpty();
        assertThat(ChangeNote.within(user(List.of("00:{nonsense")))).isEmpty();
    }
}
