package io.kehu.platform.personal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Phone numbers in one form, E.164, whatever they were written like, with an extension behind it if there is one. A number
 * counts if its length is possible where it belongs, because ranges that are in use change more often than software.
 */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Most of what comes in by the thousand: mobile numbers in China, apart from those that begin like a carrier's code. */
    private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:\\+86)?1(?:[345689]\\d|7[0-8])\\d{8}");

    private PhoneNumbers() {}

    private static final class Configured {
        private static final String REGION = ConfigProvider.getConfig()
                .getOptionalValue("kehu.phone.region", String.class)
                .orElse("CN");
    }

    /** The number as {@code +8613812341234} or {@code +861012345678;ext=801}; the text itself if it is no number. */
    public static String normal(String text) {
        return normal(text, Configured.REGION);
    }

    static String normal(String text, String region) {
        if (text == null) {
            return null;
        }
        if (isChineseMobile(text, region)) {
            return text.startsWith("+") ? text : "+86" + text;
        }
        var parsed = parse(text, region);
        if (parsed == null) {
            return text;
        }
        var number = NUMBERS.format(parsed, PhoneNumberFormat.E164);
        return parsed.hasExtension() ? number + ";ext=" + parsed.getExtension() : number;
    }

    /** How else a number that is kept may have been written: with the country's code and without. */
    public static Stream<String> spellings(String normal) {
        var parsed = normal == null ? null : parse(normal, Configured.REGION);
        return parsed == null
                ? Stream.ofNullable(normal)
                : Stream.of(normal, NUMBERS.getNationalSignificantNumber(parsed));
    }

    static boolean isPossible(String text) {
        return isChineseMobile(text, Configured.REGION) || parse(text, Configured.REGION) != null;
    }

    /** Known to be a number without being taken apart, which is what checking a row of a file costs most. */
    private static boolean isChineseMobile(String text, String region) {
        return (region.equals("CN") || text.startsWith("+"))
                && CHINESE_MOBILE.matcher(text).matches();
    }

    private static PhoneNumber parse(String text, String region) {
        if (text.contains("*")) {
            return null;
        }
        try {
            var parsed = NUMBERS.parse(text.replace("转", " ext "), region);
            return NUMBERS.isPossibleNumber(parsed) ? parsed : null;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
