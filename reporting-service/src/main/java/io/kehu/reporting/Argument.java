package io.kehu.reporting;

import io.kehu.platform.company.Company;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query parameter as sent; what does not fit answers 400 naming it. */
public record Argument(String name, String text) {

    public LocalDate date() {
        return read("a date such as 2026-01-31", LocalDate::parse);
    }

    public Instant instant() {
        return read("a time such as 2026-01-31T08:00:00Z", Instant::parse);
    }

    /** Not in the future, and not before computers counted time. */
    public Instant pastInstant() {
        var instant = instant();
        if (instant != null && (instant.isAfter(Instant.now()) || instant.isBefore(Instant.EPOCH))) {
            throw misfit("a time of the past such as 2026-01-31T08:00:00Z");
        }
        return instant;
    }

    /** The company's unless said. */
    public ZoneId zone() {
        return text == null ? Company.current().zone() : read("a time zone such as Asia/Shanghai", Argument::region);
    }

    /** 1 to 12. */
    public int month(int otherwise) {
        return text == null
                ? otherwise
                : read(
                        "a month from 1 to 12",
                        each -> Month.of(Integer.parseInt(each)).getValue());
    }

    public UUID uuid() {
        return read("an id", UUID::fromString);
    }

    public String currency() {
        return read(
                "an ISO 4217 currency such as CNY",
                code -> Currency.getInstance(code).getCurrencyCode());
    }

    /** Words with commas between; none if nothing was sent. */
    public List<String> list() {
        var words = text == null ? List.<String>of() : List.of(text.split(",", -1));
        if (words.stream().anyMatch(String::isBlank)) {
            throw misfit("words with commas between");
        }
        return words;
    }

    /** One of the constants, which callers write in lower case. */
    public <E extends Enum<E>> E choice(Class<E> type, E otherwise) {
        if (text == null) {
            return otherwise;
        }
        var known = type.getEnumConstants();
        return Stream.of(known)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> misfit(Stream.of(known)
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
    }

    /** Fails if it was sent, because it would have been ignored. */
    public void refuse(String reason) {
        if (text != null) {
            throw misfit(reason);
        }
    }

    public BadRequest misfit(String expected) {
        return new BadRequest(
                "validation.failed", List.of(new InvalidField(name, "parameter.invalid", text, expected)));
    }

    /** Offsets are refused, because PostgreSQL reads {@code +08:00} as west of Greenwich. */
    private static ZoneId region(String id) {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw new IllegalArgumentException(id);
        }
        return ZoneId.of(id);
    }

    private <T> T read(String expected, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw misfit(expected);
        }
    }
}
