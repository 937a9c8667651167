package io.kehu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.platform.problem.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {

    record Person(
            String name,
            @Masked(Masking.PHONE) String phone,
            @Masked(Masking.EMAIL) List<String> emails) {}

    record Row(Person person, String owner) {}

    private static final Person STORED = new Person("Li", "13812341234", List.of("li@example.com"));

    @Test
    void takesTheMaskOfTheStoredValueForUnchanged() {
        var sent = new Person("Wang", "138****1234", List.of("l****@example.com"));
        assertThat(Masks.resolve(STORED, sent)).isEqualTo(new Person("Wang", "13812341234", STORED.emails()));
        assertThat(Masks.resolve(new Row(STORED, "anna"), new Row(sent, "ben")))
                .isEqualTo(new Row(new Person("Wang", "13812341234", STORED.emails()), "ben"));
    }

    @Test
    void refusesEveryOtherMaskByTheNameOfItsField() {
        for (var sent : List.of(
                new Person("Li", "139****1234", STORED.emails()),
                new Person("Li", STORED.phone(), List.of("w****@example.com")))) {
            assertThatThrownBy(() -> Masks.resolve(STORED, sent)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> Masks.resolve(null, new Person("Li", "138****1234", null)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        problem ->
                                assertThat(problem.fields().getFirst().field()).isEqualTo("phone"));
    }

    @Test
    void leavesClearValuesAndOtherFieldsAlone() {
        var sent = new Person("Li * Co", "13900000000", null);
        assertThat(Masks.resolve(STORED, sent)).isSameAs(sent);
        assertThat(Masks.resolve(null, sent)).isSameAs(sent);
    }
}
