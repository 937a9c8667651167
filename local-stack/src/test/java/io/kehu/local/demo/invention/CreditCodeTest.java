package io.kehu.local.demo.invention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CreditCodeTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    @Test
    void endsWithTheCheckCharacterOfTheStandard() {
        for (var index = 0L; index < 1000; index++) {
            var code = CreditCode.of(index);
            assertThat(code).matches("91990000[0-9]{8}[0-9X][0-9A-HJ-NPQRTUWXY]");
            var sum = IntStream.range(0, WEIGHTS.length)
                    .map(place -> CHARACTERS.indexOf(code.charAt(place)) * WEIGHTS[place])
                    .sum();
            assertThat(CHARACTERS.indexOf(code.charAt(17))).isEqualTo((31 - sum % 31) % 31);
        }
    }

    @Test
    void isDifferentForEachCompany() {
        assertThat(LongStream.range(0, 5000).mapToObj(CreditCode::of)).doesNotHaveDuplicates();
    }
}
