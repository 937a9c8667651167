package io.kehu.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowingRowsTest {

    private static ObjectNode user(String... values) {
        var user = JsonNodeFactory.instance.objectNode();
        var attribute = user.putObject("attributes").putArray(FollowingRows.ATTRIBUTE);
        for (var value : values) {
            attribute.add(value);
        }
        return user;
    }

    @Test
    void isReadBackWhateverOrderItsValuesComeIn() {
        var move = new FollowingRows(UUID.randomUUID(), "/sales/west", Instant.now());
        var values = move.attribute();
        assertThat(FollowingRows.within(
                        user(values.get(0).asText(), values.get(1).asText())))
                .contains(move);
        assertThat(FollowingRows.within(
                        user(values.get(1).asText(), values.get(0).asText())))
                .contains(move);
    }

    @Test
    void isNotThereWhereNothingOrNonsenseIsWritten() {
        assertThat(FollowingRows.within(user())).isEmpty();
        assertThat(FollowingRows.within(user(FollowingRows.PENDING, "west"))).isEmpty();
    }
}
