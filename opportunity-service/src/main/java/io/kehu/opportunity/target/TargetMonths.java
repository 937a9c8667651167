package io.kehu.opportunity.target;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The twelve months of a target as columns of a file. */
record TargetMonths(
        BigDecimal january,
        BigDecimal february,
        BigDecimal march,
        BigDecimal april,
        BigDecimal may,
        BigDecimal june,
        BigDecimal july,
        BigDecimal august,
        BigDecimal september,
        BigDecimal october,
        BigDecimal november,
        BigDecimal december) {

    static Stream<Column> columns() {
        return Stream.of(Month.values())
                .map(month -> Column.of(
                        ColumnType.DECIMAL,
                        field(month),
                        month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        month.getValue() + "月"));
    }

    private static String field(Month month) {
        return month.name().toLowerCase(Locale.ROOT);
    }

    static TargetMonths of(List<BigDecimal> months) {
        return new TargetMonths(
                months.get(0),
                months.get(1),
                months.get(2),
                months.get(3),
                months.get(4),
                months.get(5),
                months.get(6),
                months.get(7),
                months.get(8),
                months.get(9),
                months.get(10),
                months.get(11));
    }

    /** Null if the row says nothing of any month; otherwise a month that is left out is zero. */
    static List<BigDecimal> read(RowValues row) {
        var stated = Stream.of(Month.values())
                .map(month -> row.decimal(field(month)))
                .toList();
        return stated.stream().allMatch(Objects::isNull)
                ? null
                : stated.stream()
                        .map(month -> month == null ? BigDecimal.ZERO : month)
                        .toList();
    }
}
