package io.kehu.platform.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what people write in cells; anything that could be read in two ways is refused instead of guessed. */
final class CellFormat {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]+(\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?))?");
    private static final Pattern DIGITS_ONLY = Pattern.compile("(?:19|20|21)\\d{6}");

    /** A date as spreadsheets count it, in days since 1899-12-30: with five digits 1927 to 2173, which is nothing else. */
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

    /** What a workbook's own dates become, whatever the dates of its texts look like. */
    private static final Pattern FROM_SHEET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final BigDecimal SECONDS_OF_DAY = new BigDecimal(86_400);

    private final DateTimeFormatter dates;
    private final ZoneId zone;

    /** @param pattern of dates and times as {@link DateTimeFormatter} knows them, or null for those with the year first */
    CellFormat(String pattern, ZoneId zone) {
        this.dates = pattern == null ? null : formatter(pattern);
        this.zone = zone;
    }

    /** @throws IllegalArgumentException if {@code pattern} is none */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches();
    }

    Integer integer(String text) {
        try {
            return decimal(text).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Digits with a point, and commas only where they separate thousands. */
    BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text.replace(",", ""));
    }

    Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "是" -> true;
            case "false", "no", "n", "0", "否" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    LocalDate date(String text) {
        return switch (temporal(text)) {
            case OffsetDateTime time -> time.atZoneSameInstant(zone).toLocalDate();
            case LocalDateTime time -> time.toLocalDate();
            case TemporalAccessor other -> LocalDate.from(other);
        };
    }

    Instant instant(String text) {
        return switch (temporal(text)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            case TemporalAccessor other ->
                LocalDate.from(other).atStartOfDay(zone).toInstant();
        };
    }

    static <T extends Enum<T>> T choice(String text, Class<T> type) {
        var wanted = Column.key(text);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> Column.key(constant.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private TemporalAccessor temporal(String text) {
        try {
            if (FROM_SHEET.matcher(text).matches()) {
                return LocalDateTime.parse(text);
            }
            if (dates != null) {
                return dates.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            }
            if (DIGITS_ONLY.matcher(text).matches()) {
                return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            }
            if (SERIAL.matcher(text).matches()) {
                return serial(new BigDecimal(text));
            }
            var parts = YEAR_FIRST.matcher(text);
            return parts.matches() ? yearFirst(parts) : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static LocalDateTime serial(BigDecimal days) {
        return FIRST_DAY.plusSeconds(
                days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static TemporalAccessor yearFirst(Matcher parts) {
        var date = LocalDate.of(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var time = parts.group(4);
        return time == null ? date : date.atTime(LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time));
    }
}
