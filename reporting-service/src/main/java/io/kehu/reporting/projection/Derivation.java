package io.kehu.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Rows that follow from others and are worked out anew for the records of a batch.
 *
 * @param steps statements whose every question mark stands for the ids of these records
 */
record Derivation(List<String> steps) {

    /** @param records whose rows the caller has locked */
    void workOut(Connection connection, Collection<UUID> records) throws SQLException {
        var ids = connection.createArrayOf("uuid", records.toArray());
        for (var step : steps) {
            try (var statement = connection.prepareStatement(step)) {
                var times = step.chars().filter(each -> each == '?').count();
                for (var place = 1; place <= times; place++) {
                    statement.setArray(place, ids);
                }
                statement.executeUpdate();
            }
        }
    }
}
