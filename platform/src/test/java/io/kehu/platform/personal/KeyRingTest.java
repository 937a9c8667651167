package io.kehu.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final String OLD = "an old secret of at least 32 characters";
    private static final String NEW = "a newer secret of at least 32 characters";

    private final KeyRing before = KeyRing.of(OLD, List.of());
    private final KeyRing after = KeyRing.of(NEW, List.of(OLD));

    @Test
    void opensWhatAKeyOfBeforeHasSealed() {
        var sealed = before.seal("13812341234", "a:phone");
        assertThat(after.openText(sealed, "a:phone")).isEqualTo("13812341234");
        assertThat(sealed).startsWith(before.currentPrefix());
        assertThat(after.seal("13812341234", "a:phone")).startsWith(after.currentPrefix());
        assertThat(after.currentPrefix()).isNotEqualTo(before.currentPrefix());
    }

    @Test
    void opensNothingUnderAKeyThatItLacks() {
        var sealed = after.seal("13812341234", "a:phone");
        assertThatThrownBy(() -> before.open(sealed, "a:phone")).hasMessageContaining("previous-keys");
    }

    @Test
    void opensAValueOnlyWhereItBelongs() {
        var sealed = after.seal("13812341234", "a:phone");
        assertThatThrownBy(() -> after.open(sealed, "b:phone")).hasMessageContaining("tampered");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> after.open(sealed, "a:phone")).hasMessageContaining("tampered");
    }

    @Test
    void sealsEqualTextsDifferentlyAndTellsNothingOfThem() {
        var sealed = after.seal("13812341234", "a:phone");
        assertThat(sealed).isNotEqualTo(after.seal("13812341234", "a:phone"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1234");
    }

    @Test
    void findsAlsoWhatIsIndexedUnderAKeyOfBefore() {
        assertThat(after.indexes("PHONE", "8613812341234"))
                .containsExactly(after.index("PHONE", "8613812341234"), before.index("PHONE", "8613812341234"));
        assertThat(after.index("PHONE", "1234")).isNotEqualTo(after.index("LAST_DIGITS", "1234"));
    }

    @Test
    void refusesShortAndRepeatedSecrets() {
        assertThatThrownBy(() -> KeyRing.of("too short", List.of())).hasMessageContaining("32");
        assertThatThrownBy(() -> KeyRing.of(NEW, List.of(NEW))).hasMessageContaining("twice");
    }
}
