package io.kehu.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RosterFilterTest {

    private static final Map<String, Function<Map<String, List<String>>, Collection<String>>> FIELDS = Map.of(
            "team", item -> item.get("team"),
            "role", item -> item.get("role"),
            "enabled", item -> item.get("enabled"));

    private static final Map<String, List<String>> REP =
            Map.of("team", List.of("/sales/east"), "role", List.of("sales-rep", "analyst"), "enabled", List.of("true"));

    private static boolean fits(String filter) {
        return new RosterFilter<>(FIELDS, Set.of("enabled")).parse(filter).test(REP);
    }

    @Test
    void comparesValuesWithWildcards() {
        assertThat(fits("team==/sales/east")).isTrue();
        assertThat(fits("team==/sales/*")).isTrue();
        assertThat(fits("team==/sales")).isFalse();
        assertThat(fits("team==/s.les/east")).isFalse();
        assertThat(fits("team!=/sales/west")).isTrue();
    }

    @Test
    void fitsByAnyOfSeveralValues() {
        assertThat(fits("role==analyst")).isTrue();
        assertThat(fits("role=in=(finance,sales-rep)")).isTrue();
        assertThat(fits("role=out=(analyst)")).isFalse();
    }

    @Test
    void joinsConditions() {
        assertThat(fits("enabled==true;role==analyst")).isTrue();
        assertThat(fits("enabled==false;role==analyst")).isFalse();
        assertThat(fits("enabled==false,role==analyst")).isTrue();
        assertThat(fits(null)).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refuses("phone==1", Refusal.FILTER_FIELD);
        refuses("enabled==maybe", Refusal.FILTER_VALUE);
        refuses("((", Refusal.FILTER);
        refuses("enabled=gt=true", Refusal.FILTER);
        refuses(String.join(";", java.util.Collections.nCopies(26, "team==/a")), Refusal.FILTER_SIZE);
    }

    private static void refuses(String filter, Refusal refusal) {
        assertThatThrownBy(() -> fits(filter))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
