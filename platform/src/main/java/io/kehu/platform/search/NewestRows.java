package io.kehu.platform.search;

import io.kehu.platform.access.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The newest records of the caller's scope, to be looked through one by one: of a common text a page is found among few of
 * them. The index of pieces gives all its hits before any can be put in order.
 *
 * @param table  the records' own, which has indexes on owner and team with the id
 * @param wanted how many hits are a page
 * @param before the last record of the page before, or null
 */
public record NewestRows(String table, int wanted, UUID before) {

    private static final int OF_EVERYTHING = 2_000;
    private static final int OF_SCOPE = 1_000;

    /** Rows of {@code search_entry}, the newest first, with the values of the places. */
    String sql(Visibility visibility, List<Object> values) {
        return visibility.everything()
                ? "select n.* from search_entry n where true" + behind("n", values) + newest("n", OF_EVERYTHING)
                : "select n.* from (select o.id from (" + ofScope(visibility, values) + ") o" + newest("o", OF_SCOPE)
                        + ") s join search_entry n on n.id = s.id order by s.id desc";
    }

    private String ofScope(Visibility visibility, List<Object> values) {
        var parts = new ArrayList<String>();
        parts.add(part("owner = ?", visibility.owner(), values));
        if (!visibility.team().isEmpty()) {
            parts.add(part("team = ?", visibility.team(), values));
        }
        if (!visibility.teamsFrom().isEmpty()) {
            parts.add(ofEachTeam(visibility, values));
        }
        return String.join(" union ", parts);
    }

    private String part(String condition, String value, List<Object> values) {
        values.add(value);
        return "(" + rows(condition, values) + ")";
    }

    private String ofEachTeam(Visibility visibility, List<Object> values) {
        values.addAll(List.of(visibility.teamsFrom(), visibility.teamsTo(), visibility.teamsTo()));
        return """
                (with recursive step as (
                   (select team from %1$s where team >= ? and team < ? order by team limit 1)
                   union all
                   select (select t.team from %1$s t where t.team > step.team and t.team < ? order by t.team limit 1)
                   from step where step.team is not null)
                 select l.id from step cross join lateral (%2$s) l)""".formatted(table, rows("team = step.team", values));
    }

    private String rows(String condition, List<Object> values) {
        return "select r.id from " + table + " r where r.deleted_at is null and r." + condition + behind("r", values)
                + newest("r", OF_SCOPE);
    }

    private String behind(String alias, List<Object> values) {
        if (before == null) {
            return "";
        }
        values.add(before);
        return " and " + alias + ".id < ?";
    }

    private static String newest(String alias, int most) {
        return " order by " + alias + ".id desc limit " + most;
    }
}
