package io.kehu.servicedesk.survey;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import io.kehu.servicedesk.questionnaire.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scores by dimension in a row: a column for each that is common, and one for all others. */
final class RowScores {

    private static final String OTHERS = "otherScores";
    private static final Pattern OTHER = Pattern.compile("(" + Question.DIMENSION + ")\\s*[=:：]\\s*(\\d{1,2})");

    private static final Map<String, Column> COMMON = common(
            Column.of(ColumnType.INTEGER, "productQuality", "Product quality", "产品质量"),
            Column.of(ColumnType.INTEGER, "serviceAttitude", "Service attitude", "服务态度"),
            Column.of(ColumnType.INTEGER, "responseSpeed", "Response speed", "响应速度"),
            Column.of(ColumnType.INTEGER, "price", "Price", "价格"));

    private RowScores() {}

    private static Map<String, Column> common(Column... columns) {
        var byDimension = new LinkedHashMap<String, Column>();
        for (var column : columns) {
            byDimension.put(column.english().toUpperCase(Locale.ROOT).replace(' ', '_'), column);
        }
        return byDimension;
    }

    static List<Column> columns() {
        return Stream.concat(
                        COMMON.values().stream(),
                        Stream.of(Column.of(ColumnType.TEXTS, OTHERS, "Other scores", "其他分项评分")
                                .described(
                                        "By the key of the dimension, for instance DELIVERY=4;FOOD=5",
                                        "按维度代码，例如 DELIVERY=4;FOOD=5")))
                .toList();
    }

    static Map<String, Integer> read(RowValues row) {
        var scores = new TreeMap<String, Integer>();
        COMMON.forEach((dimension, column) -> {
            var score = row.integer(column.field());
            if (score != null) {
                scores.put(dimension, score);
            }
        });
        var others = row.texts(OTHERS);
        for (var other : others == null ? List.<String>of() : others) {
            var read = OTHER.matcher(other);
            if (read.matches()) {
                scores.put(read.group(1), Integer.valueOf(read.group(2)));
            } else {
                row.refuse(OTHERS, "survey.row-score", other);
            }
        }
        return scores.isEmpty() ? null : scores;
    }
}
