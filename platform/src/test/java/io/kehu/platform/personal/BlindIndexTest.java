package io.kehu.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindIndexTest {

    @ParameterizedTest
    @CsvSource({
        "13812341234, 8613812341234",
        "138-1234 1234, 8613812341234",
        "+86 138 1234 1234, 8613812341234",
        "0086 13812341234, 8613812341234",
        "13812341234, 8613812341234",
        "(010) 8888-1234, 861088881234",
        "010-88881234 转 801, 861088881234",
        "+49 30 1234567, 49301234567",
        "400-800-1234, 864008001234",
        "4008001234, 864008001234",
        "88881234, 8688881234"
    })
    void takesEachSpellingOfANumberForTheSame(String written, String normal) {
        assertThat(BlindIndex.PHONE.normalise(written)).isEqualTo(normal);
    }

    @Test
    void findsNumbersByTheirEndAndAddressesInAnyCase() {
        assertThat(BlindIndex.LAST_DIGITS.normalise("138-1234 5678 ext 9")).isEqualTo("5678");
        assertThat(BlindIndex.LAST_DIGITS.normalise("12")).isNull();
        assertThat(BlindIndex.EMAIL.normalise(" Li@Example.COM ")).isEqualTo("li@example.com");
        assertThat(BlindIndex.PHONE.of("no number")).isNull();
        assertThat(BlindIndex.PHONE.of(null)).isNull();
    }

    @Test
    void knowsWhatASearchTextMayBe() {
        assertThat(BlindIndex.LAST_DIGITS.recognises("1234")).isTrue();
        assertThat(BlindIndex.LAST_DIGITS.recognises("12345")).isFalse();
        assertThat(BlindIndex.PHONE.recognises("+86 138-1234-1234")).isTrue();
        assertThat(BlindIndex.PHONE.recognises("C20260315001")).isFalse();
        assertThat(BlindIndex.EMAIL.recognises("li@example.com")).isTrue();
        assertThat(BlindIndex.EMAIL.recognises("@")).isFalse();
    }
}
