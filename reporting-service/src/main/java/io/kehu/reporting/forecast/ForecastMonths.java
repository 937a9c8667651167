package io.kehu.reporting.forecast;

import io.kehu.events.Money;
import io.kehu.reporting.forecast.Forecast.Category;
import io.kehu.reporting.forecast.Forecast.Month;
import io.kehu.reporting.forecast.OpenDeals.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds up open deals by the months in which they are expected to close, and by those in which history expects them won. */
final class ForecastMonths {

    private final ForecastQuestion question;
    private final List<Part> parts;
    private final WinChances chances;
    private final WonMonths won;
    private final WonMonths openedLater;
    private final String currency;
    private final YearMonth first;

    /**
     * @param won         from which it is learned what deals come to
     * @param openedLater what was won of deals that were not open yet
     */
    ForecastMonths(
            ForecastQuestion question,
            List<Part> parts,
            WinChances chances,
            WonMonths won,
            WonMonths openedLater,
            String currency) {
        this.question = question;
        this.parts = parts;
        this.chances = chances;
        this.won = won;
        this.openedLater = openedLater;
        this.currency = currency;
        this.first = YearMonth.from(question.day());
    }

    /** Those with expected dates, the year that history reaches, and those in which something came; last without a date. */
    List<Month> months() {
        var names = new TreeSet<String>();
        IntStream.range(0, WinChances.HORIZON)
                .mapToObj(first::plusMonths)
                .map(YearMonth::toString)
                .forEach(names::add);
        parts.forEach(part -> Stream.of(part.month(), part.wonMonth())
                .filter(Objects::nonNull)
                .forEach(names::add));
        var months = new ArrayList<Month>();
        var expected = expected();
        for (var name : names) {
            var ahead = first.until(YearMonth.parse(name), ChronoUnit.MONTHS);
            var amount = ahead >= 0 && ahead < expected.length ? money(expected[(int) ahead]) : null;
            months.add(month(name, amount, came(name), cameNew(name, ahead)));
        }
        if (parts.stream().anyMatch(part -> part.month() == null)) {
            months.add(month(null, null, null, null));
        }
        return months;
    }

    Month total() {
        var expected = money(DoubleStream.of(expected()).sum());
        var came =
                question.past() ? money(sum(parts.stream().map(Part::wonAmount).toList())) : null;
        return month(parts, null, expected, came, null);
    }

    private Month month(String name, Money expected, Money came, Money cameNew) {
        var mine = parts.stream()
                .filter(part -> Objects.equals(part.month(), name))
                .toList();
        return month(mine, name, expected, came, cameNew);
    }

    private Month month(List<Part> mine, String name, Money expected, Money came, Money cameNew) {
        var categories = new TreeMap<String, List<Part>>();
        mine.forEach(part -> categories
                .computeIfAbsent(part.category(), _ -> new ArrayList<>())
                .add(part));
        return new Month(
                name,
                deals(mine),
                deals(mine) - priced(mine),
                amount(mine),
                weighted(mine),
                expected,
                came,
                cameNew,
                categories.entrySet().stream()
                        .map(category -> category(category.getKey(), category.getValue()))
                        .toList(),
                name == null || question.past() ? null : records(YearMonth.parse(name)));
    }

    private Category category(String name, List<Part> mine) {
        return new Category(name, deals(mine), deals(mine) - priced(mine), amount(mine), weighted(mine));
    }

    private String records(YearMonth month) {
        return question.deals()
                .records()
                .with("stage.kind", "OPEN")
                .where("expectedCloseDate=ge=" + month.atDay(1))
                .where("expectedCloseDate=le=" + month.atEndOfMonth())
                .address();
    }

    /** The months that history tells of begin on this day of each; they are laid over calendar months by their days. */
    private double[] expected() {
        var day = question.day();
        var here = (double) (day.lengthOfMonth() - day.getDayOfMonth() + 1) / day.lengthOfMonth();
        var average = won.average(question.month());
        var expected = new double[WinChances.HORIZON];
        for (var month = 1; month <= WinChances.HORIZON; month++) {
            var ahead = month;
            var amount = parts.stream()
                    .mapToDouble(part -> part.worth(average) * chances.in(ahead, part.stage(), question.month()))
                    .sum();
            expected[month - 1] += amount * here;
            if (month < WinChances.HORIZON) {
                expected[month] += amount * (1 - here);
            }
        }
        return expected;
    }

    private Money came(String name) {
        return question.past()
                ? money(sum(parts.stream()
                        .filter(part -> name.equals(part.wonMonth()))
                        .map(Part::wonAmount)
                        .toList()))
                : null;
    }

    /** Not for the month in which it looks ahead, of which a part was over. */
    private Money cameNew(String name, long ahead) {
        if (!question.past() || ahead < 1) {
            return null;
        }
        return money(openedLater.amount(question.month() + (int) ahead));
    }

    private static long deals(Collection<Part> parts) {
        return parts.stream().mapToLong(Part::deals).sum();
    }

    private static long priced(Collection<Part> parts) {
        return parts.stream().mapToLong(Part::priced).sum();
    }

    private Money amount(Collection<Part> parts) {
        return money(sum(parts.stream().map(Part::amount).toList()));
    }

    private Money weighted(Collection<Part> parts) {
        return money(sum(parts.stream().map(Part::weighted).toList()));
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Money money(double amount) {
        return money(BigDecimal.valueOf(amount));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount.setScale(2, RoundingMode.HALF_UP), currency);
    }
}
