package io.kehu.reporting.target;

import io.kehu.reporting.Shares;
import io.kehu.reporting.target.TargetFigures.MonthFigures;
import io.kehu.reporting.target.TargetFigures.YearFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A target beside what has come of it until a day.
 *
 * @param achieved by month; null if nobody knows
 */
record Attainment(int year, LocalDate today, List<BigDecimal> targets, Map<Integer, BigDecimal> achieved) {

    List<MonthFigures> months() {
        var months = new ArrayList<MonthFigures>();
        var due = BigDecimal.ZERO;
        var reached = BigDecimal.ZERO;
        for (var month = 1; month <= targets.size(); month++) {
            var target = targets.get(month - 1);
            due = due.add(target);
            reached = reached.add(of(month));
            var begun = achieved != null && !YearMonth.of(year, month).isAfter(YearMonth.from(today));
            months.add(
                    begun
                            ? new MonthFigures(
                                    month,
                                    target,
                                    of(month),
                                    gap(target, of(month)),
                                    Shares.share(of(month), target),
                                    Shares.share(reached, due))
                            : new MonthFigures(month, target, null, null, null, null));
        }
        return months;
    }

    YearFigures whole() {
        var target = targets.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (achieved == null) {
            return new YearFigures(target, null, null, null, null);
        }
        var reached = achieved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new YearFigures(
                target, reached, gap(target, reached), Shares.share(reached, target), Shares.share(reached, due()));
    }

    /** What was to be reached until today: the months behind us, and of the present one the share of its days. */
    private BigDecimal due() {
        var due = BigDecimal.ZERO;
        for (var month = 1; month <= targets.size(); month++) {
            var days = YearMonth.of(year, month);
            if (days.isBefore(YearMonth.from(today))) {
                due = due.add(targets.get(month - 1));
            } else if (days.equals(YearMonth.from(today))) {
                due = due.add(targets.get(month - 1)
                        .multiply(BigDecimal.valueOf(today.getDayOfMonth()))
                        .divide(BigDecimal.valueOf(days.lengthOfMonth()), 6, RoundingMode.HALF_UP));
            }
        }
        return due;
    }

    private BigDecimal of(int month) {
        return achieved == null ? BigDecimal.ZERO : achieved.getOrDefault(month, BigDecimal.ZERO);
    }

    private static BigDecimal gap(BigDecimal target, BigDecimal reached) {
        return target.subtract(reached);
    }
}
