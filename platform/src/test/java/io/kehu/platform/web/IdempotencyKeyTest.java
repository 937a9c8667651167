package io.kehu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    private record Asked(String name, Set<Part> parts, Map<String, List<Integer>> choices) {}

    private record Part(String name, Set<String> roles) {}

    private static final SequencedSet<String> ROLES = new LinkedHashSet<>(List.of("USER", "TECHNICAL"));
    private static final SequencedMap<String, List<Integer>> CHOICES =
            new LinkedHashMap<>(Map.of("a", List.of(1, 2), "b", List.of(3)));

    private static SequencedSet<Part> parts(Set<String> roles) {
        return new LinkedHashSet<>(List.of(new Part("first", roles), new Part("second", Set.of())));
    }

    private static String content(Object asked) {
        return IdempotencyKey.text(new Object[] {"path", asked, null});
    }

    @Test
    void isTheSameForEqualValuesWhateverTheOrderOfTheirSets() {
        var one = new Asked("n", parts(ROLES), CHOICES);
        var other = new Asked("n", parts(ROLES.reversed()).reversed(), CHOICES.reversed());
        assertThat(other).isEqualTo(one);
        assertThat(content(other)).isEqualTo(content(one));
    }

    @Test
    void isAnotherForAnotherValueOrAnotherOrderOfAList() {
        var one = new Asked("n", Set.of(), Map.of("a", List.of(1, 2)));
        assertThat(content(new Asked("n", Set.of(), Map.of("a", List.of(2, 1)))))
                .isNotEqualTo(content(one));
        assertThat(content(new Asked("m", Set.of(), Map.of("a", List.of(1, 2)))))
                .isNotEqualTo(content(one));
    }
}
