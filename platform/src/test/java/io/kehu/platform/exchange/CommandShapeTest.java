package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.CustomFields;
import io.kehu.platform.exchange.Deals.Deal;
import io.kehu.platform.exchange.Deals.Stage;
import io.kehu.platform.exchange.Deals.Step;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandShapeTest {

    private final Deal current =
            new Deal("Press", Stage.OPEN, new BigDecimal("10"), null, List.of(new Step(Stage.OPEN, null)));

    @Test
    void keepsWhatTheFileDoesNotSay() {
        var stated = new Deal(null, Stage.CLOSED_WON, null, null, null);

        assertThat(CommandShape.over(current, stated, Set.of("stage")))
                .isEqualTo(new Deal("Press", Stage.CLOSED_WON, current.amount(), null, current.steps()));
    }

    @Test
    void clearsWhatAColumnOfTheFileLeavesBlank() {
        var stated = new Deal("Press", null, null, null, null);

        assertThat(CommandShape.over(current, stated, Set.of("name", "amount")).amount())
                .isNull();
    }

    record Part(String name, Integer size) {}

    record Whole(@Valid Part part, Part value, String remark, CustomFields customFields) {}

    @Test
    void laysAPartOverPartByPart() {
        var had = new Whole(new Part("Press", 3), new Part("Press", 3), "old", null);
        var stated = new Whole(new Part("Lathe", null), new Part("Lathe", null), null, null);

        assertThat(CommandShape.over(had, stated, Set.of("part.name")))
                .isEqualTo(new Whole(new Part("Lathe", 3), new Part("Lathe", null), "old", null));
    }

    record Row(@Valid Whole fields, String name) {}

    @Test
    void takesAColumnForTheComponentNearestToTheTop() {
        assertThat(CommandShape.cleared(Row.class, List.of("name", "part.name", "size", "custom.color", "")))
                .containsExactlyInAnyOrder("name", "fields.part.name", "fields.part.size", "custom.color");
    }

    @Test
    void clearsPartsThatARowDoesNotMentionAndCustomFieldsByKey() {
        var had = new Whole(new Part("Press", 3), null, "old", new CustomFields(Map.of("a", "1", "b", "2", "c", "3")));
        var stated = new Whole(null, null, null, new CustomFields(Map.of("b", "4")));

        assertThat(CommandShape.over(had, stated, Set.of("part.size", "custom.a", "custom.b")))
                .isEqualTo(
                        new Whole(new Part("Press", null), null, "old", new CustomFields(Map.of("b", "4", "c", "3"))));
    }

    @Test
    void comparesByMeaning() {
        var same = new Deal("Press", Stage.OPEN, new BigDecimal("10.00"), null, List.of(new Step(Stage.OPEN, null)));
        var other = new Deal("Press", Stage.OPEN, new BigDecimal("10.01"), null, List.of(new Step(Stage.OPEN, null)));

        assertThat(CommandShape.same(current, same)).isTrue();
        assertThat(CommandShape.same(current, other)).isFalse();
        assertThat(CommandShape.same(List.of(current), List.of(same, same))).isFalse();
    }
}
