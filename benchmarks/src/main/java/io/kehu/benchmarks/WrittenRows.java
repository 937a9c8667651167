package io.kehu.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Scripts that write the same rows as the service: a row that it has written is taken as the pattern, so that they are as long
 * and touch the same indexes.
 */
record WrittenRows(Connection connection, UUID customer) {

    /** An insert into {@code table} of the row that {@code condition} finds, with other values in the columns of {@code others}. */
    private String insert(String table, String condition, Map<String, String> others) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : columns(table)) {
            columns.add(column.name());
            values.add(others.getOrDefault(column.name(), literal(table, column, condition)));
        }
        return "insert into %s (%s) values (%s);\n"
                .formatted(table, String.join(", ", columns), String.join(", ", values));
    }

    private record Column(String name, String type) {}

    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var query = connection.prepareStatement("""
            select attname, format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = ''\
            """)) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }

    /** A colon would begin a variable of the script, so each is written as an escape. */
    private String literal(String table, Column column, String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select %s::text from %s where %s limit 1".formatted(column.name(), table, condition))) {
            if (!row.next() || row.getString(1) == null) {
                return "null";
            }
            var text = row.getString(1).replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a");
            return "E'%s'::%s".formatted(text.replace("\n", "\\n"), column.type());
        }
    }

    private String event(String type, Map<String, String> others) throws SQLException {
        var all = new HashMap<>(others);
        all.put("id", "uuidv7()");
        return insert("event", "aggregate_id = '%s' and type = '%s'".formatted(customer, type), all);
    }

    private static String pointer() {
        return "insert into outbox (lane, event_id) values (1, uuidv7());\n";
    }

    /** The rows of a new customer: record, event and pointer, and what finds it and keeps the key of its personal data. */
    String create() throws SQLException {
        var own = "id = '%s'".formatted(customer);
        return "\\set n random(1, 1000000000000)\nbegin;\nselect uuidv7() as id \\gset\n"
                + insert("customer", own, Map.of("id", ":id::uuid", "number", "'P' || :n", "name", "'Load ' || :n"))
                + insert("search_entry", own, Map.of("id", ":id::uuid"))
                + insert("subject_key", "subject_id = '%s'".formatted(customer), Map.of("subject_id", ":id::uuid"))
                + event("customer.created", Map.of("aggregate_id", ":id::uuid"))
                + pointer()
                + "end;\n";
    }

    /** What the script made cannot be read by the service: personal data is sealed for its own record. */
    void removeCreated() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from customer where number like 'P%' and name like 'Load %'");
        }
    }

    /** The rows of a change: of the record what differs, its event and pointer. */
    String patch(int rows) throws SQLException {
        var id = CustomerCopy.ID_OF_N;
        return ("\\set n random(0, %d)\nbegin;\nselect *, version as stood from customer where id = %s \\gset row_\n"
                        .formatted(rows - 1, id))
                + "update customer set remark = 'Changed', version = version + 1, updated_at = now(), updated_by ="
                + " owner"
                + " where id = %s and version = :row_stood;\n".formatted(id)
                + event("customer.updated", Map.of("aggregate_id", id, "version", ":row_stood + 1"))
                + pointer()
                + "end;\n";
    }

    static String select(int rows) {
        return "\\set n random(0, %d)\n".formatted(rows - 1) + list("c.id = " + CustomerCopy.ID_OF_N);
    }

    /** The newest rows that fulfil a condition. */
    static String newest(String condition) {
        return list("c.deleted_at is null and (" + condition + ") order by c.id desc limit 21");
    }

    private static String list(String where) {
        return "select * from customer c left join customer_figures f on f.customer_id = c.id where " + where + ";\n";
    }
}
