package io.kehu.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private static String byLibrary(String text, String region) {
        try {
            var parsed = LIBRARY.parse(text, region);
            return LIBRARY.isPossibleNumber(parsed) ? LIBRARY.format(parsed, PhoneNumberFormat.E164) : text;
        } catch (NumberParseException e) {
            return text;
        }
    }

    @Test
    void takesNumbersThatBeginLikeChineseMobilesAsTheLibraryDoes() {
        var random = new Random(1);
        for (var prefix = 100; prefix < 200; prefix++) {
            for (var count = 0; count < 20; count++) {
                var number = "%d%08d".formatted(prefix, random.nextInt(100_000_000));
                for (var text : new String[] {number, "+86" + number, "+1" + number, number + "1"}) {
                    assertThat(PhoneNumbers.normal(text, "CN")).isEqualTo(byLibrary(text, "CN"));
                    assertThat(PhoneNumbers.normal(text, "US")).isEqualTo(byLibrary(text, "US"));
                }
            }
        }
    }
}
