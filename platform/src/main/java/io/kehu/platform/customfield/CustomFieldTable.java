package io.kehu.platform.customfield;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where definitions are kept. */
@ApplicationScoped
class CustomFieldTable {

    private final AgroalDataSource database;

    CustomFieldTable(AgroalDataSource database) {
        this.database = database;
    }

    Map<String, CustomField> read(String resource) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select key, label_zh, label_en, kind, required, choices, default_value, help, active, position, formula, result,
                          indexed
                        from custom_field where resource = ? order by position, key""")) {
            statement.setString(1, resource);
            var fields = new LinkedHashMap<String, CustomField>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var field = field(rows);
                    fields.put(field.key(), field);
                }
            }
            return fields;
        } catch (SQLException e) {
            throw new IllegalStateException("Custom fields could not be read", e);
        }
    }

    private static CustomField field(ResultSet row) throws SQLException {
        return new CustomField(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                CustomField.Kind.valueOf(row.getString(4)),
                row.getBoolean(5),
                List.of(EventJson.read(row.getString(6), String[].class)),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getInt(10),
                row.getString(11),
                row.getString(12) == null ? null : CustomField.Kind.valueOf(row.getString(12)),
                row.getBoolean(13));
    }

    void write(String resource, CustomField field) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into custom_field
                          (resource, key, label_zh, label_en, kind, required, choices, default_value, help, active,
                           position, updated_by, formula, result, indexed)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (resource, key) do update
                        set label_zh = excluded.label_zh, label_en = excluded.label_en, required = excluded.required,
                            choices = excluded.choices, default_value = excluded.default_value, help = excluded.help,
                            active = excluded.active, position = excluded.position, updated_at = now(),
                            updated_by = excluded.updated_by, formula = excluded.formula, indexed = excluded.indexed""")) {
            statement.setString(1, resource);
            statement.setString(2, field.key());
            statement.setString(3, field.zh());
            statement.setString(4, field.en());
            statement.setString(5, field.kind().name());
            statement.setBoolean(6, field.required());
            statement.setString(7, EventJson.write(field.choices()));
            statement.setString(8, field.defaultValue());
            statement.setString(9, field.help());
            statement.setBoolean(10, field.active());
            statement.setInt(11, field.position());
            statement.setString(12, Caller.current().username());
            statement.setString(13, field.formula());
            statement.setString(
                    14, field.result() == null ? null : field.result().name());
            statement.setBoolean(15, field.indexed());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A custom field could not be stored", e);
        }
    }
}
