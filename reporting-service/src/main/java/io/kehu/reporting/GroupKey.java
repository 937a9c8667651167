package io.kehu.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Which line a row of {@code group by grouping sets ((), (grp))} belongs to: the total, or the group of a key that may be null. */
public record GroupKey(boolean total, String key) {

    public static final GroupKey TOTAL = new GroupKey(true, null);

    /** From the first two columns, {@code grouping(grp) = 1} and {@code grp}. */
    public static GroupKey read(ResultSet row) throws SQLException {
        return new GroupKey(row.getBoolean(1), row.getString(2));
    }

    /** The same where the groups are numbers of steps of time, unless {@code step} is null. */
    public static GroupKey read(ResultSet row, TimeStep step) throws SQLException {
        var key = read(row);
        return step == null || key.key() == null ? key : new GroupKey(false, step.key(row.getInt(2)));
    }
}
