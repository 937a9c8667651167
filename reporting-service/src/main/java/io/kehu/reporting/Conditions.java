package io.kehu.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of rows, collected from parameters of which most are left out. */
public final class Conditions {

    private final List<Sql> all = new ArrayList<>();

    public Conditions with(Sql condition) {
        all.add(condition);
        return this;
    }

    /** Nothing if nothing is asked there. */
    public Conditions with(Conditions others) {
        all.addAll(others.all);
        return this;
    }

    /** Nothing if nothing is asked of the {@code o} that it names. */
    public Conditions numbered(String column, String table, Conditions others) {
        return others.isEmpty()
                ? this
                : with(Sql.of(
                        "%s in (select o.id from %s o where {others})".formatted(column, table),
                        Map.of("others", others.sql())));
    }

    /** Nothing if there is no {@code value}. */
    public Conditions equal(String column, Object value) {
        return value == null ? this : with(Sql.of(column + " = ?", value));
    }

    /** 400 for what is no id. */
    public Conditions equalId(String column, String parameter, String value) {
        return value == null ? this : equal(column, new Argument(parameter, value).uuid());
    }

    /** A team's own rows and those of the teams below it. */
    public Conditions below(String column, String team) {
        return team == null
                ? this
                : with(Sql.of(
                        "(%1$s = ? or (%1$s >= ? and %1$s < ?))".formatted(column), team, team + "/", team + "0"));
    }

    /** Rows of customers of this level, as far as the caller may see these. */
    public Conditions ofLevel(String customerColumn, String level) {
        return level == null
                ? this
                : with(Sql.of(
                        customerColumn + " in (select c.id from customer c where c.level = {level} and {seen})",
                        Map.of("level", level, "seen", Sql.visible("c"))));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public Sql sql() {
        return Sql.and(all);
    }
}
