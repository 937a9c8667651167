package io.kehu.reporting;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures of a report and of plain SQL, both as texts by group, so that they can be compared. */
final class ComparedFigures {

    private ComparedFigures() {}

    static Map<String, List<String>> groups(JsonPath report, String key, String... figures) {
        var groups = new HashMap<String, List<String>>();
        for (var group : report.<Map<String, Object>>getList("groups")) {
            var values = new ArrayList<String>();
            for (var figure : figures) {
                values.add(plain(figure(group, figure)));
            }
            groups.put((String) group.get(key), values);
        }
        return groups;
    }

    /** At a path such as {@code wonAmount.amount}. */
    static Object figure(Map<?, ?> group, String path) {
        Object value = group;
        for (var step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    /** By the first column. */
    static Map<String, List<String>> sql(Connection connection, String query) throws SQLException {
        var groups = new HashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (var column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(plain(rows.getObject(column)));
                }
                groups.put(rows.getString(1), values);
            }
        }
        return groups;
    }

    /** As text in which equal numbers are equal. */
    static String plain(Object value) {
        return value == null
                ? null
                : value.toString().matches("-?\\d+(\\.\\d+)?")
                        ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                        : value.toString();
    }
}
