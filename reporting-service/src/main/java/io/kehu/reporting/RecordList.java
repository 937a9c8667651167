package io.kehu.reporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of the records behind a figure, as its owner answers it: today's records, so a figure of the past may differ.
 *
 * @param sameRows whether lists can be narrowed to just these records
 */
public record RecordList(String path, List<String> conditions, boolean sameRows) {

    public static final String DESCRIPTION =
            "Address of the list of the records behind it, as they are today; absent where lists cannot be narrowed so";

    public static RecordList of(String path) {
        return new RecordList(path, List.of(), true);
    }

    /** Narrowed to what has this value; the same for null. */
    public RecordList with(String field, Object value) {
        return value == null ? this : where(field + "==" + quoted(value.toString()));
    }

    /** Narrowed to what has this key in a field; to what has none for null. */
    public RecordList keyed(String field, String key) {
        return key == null ? where(field + "=null=true") : with(field, key);
    }

    /** Narrowed to a team and those below it; the same for null. */
    public RecordList below(String team) {
        return team == null ? this : where("(team==" + quoted(team) + ",team==" + quoted(team + "/*") + ")");
    }

    /** @param condition RSQL whose values are quoted where they come from outside */
    public RecordList where(String condition) {
        var more = new ArrayList<>(conditions);
        more.add(condition);
        return new RecordList(path, List.copyOf(more), sameRows);
    }

    /** The same if {@code value} is null; else nothing, because lists cannot be narrowed by what it says. */
    public RecordList unless(Object value) {
        return value == null ? this : beyond();
    }

    /** Nothing, because lists cannot be narrowed so. */
    public RecordList beyond() {
        return new RecordList(path, conditions, false);
    }

    /** Null if lists cannot be narrowed to these records. */
    public String address() {
        if (!sameRows) {
            return null;
        }
        return conditions.isEmpty()
                ? path
                : path + "?filter=" + URLEncoder.encode(String.join(";", conditions), StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
