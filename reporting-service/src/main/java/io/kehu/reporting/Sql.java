package io.kehu.reporting;

import io.kehu.platform.access.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL with the values of its question marks, so that conditions can be put together without text of callers ever
 * becoming SQL.
 */
public record Sql(String text, List<Object> values) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /** The template with each {@code {name}} replaced by the part of that name: a piece of SQL as it is, else a bound value. */
    public static Sql of(String template, Map<String, ?> parts) {
        var text = new StringBuilder();
        var values = new ArrayList<Object>();
        var places = PLACE.matcher(template);
        while (places.find()) {
            if (parts.get(places.group(1)) instanceof Sql part) {
                places.appendReplacement(text, Matcher.quoteReplacement(part.text));
                values.addAll(part.values);
            } else {
                places.appendReplacement(text, "?");
                values.add(parts.get(places.group(1)));
            }
        }
        return new Sql(places.appendTail(text).toString(), values);
    }

    public static Sql and(List<Sql> conditions) {
        return conditions.stream()
                .reduce((one, other) -> Sql.of("{one} and {other}", Map.of("one", one, "other", other)))
                .orElse(Sql.of("true"));
    }

    public static Sql or(List<Sql> conditions) {
        return conditions.stream()
                .reduce((one, other) -> Sql.of("{one} or {other}", Map.of("one", one, "other", other)))
                .map(any -> Sql.of("({any})", Map.of("any", any)))
                .orElse(Sql.of("false"));
    }

    /** One after the other, with commas between. */
    public static Sql list(List<Sql> parts) {
        return parts.stream()
                .reduce((one, other) -> Sql.of("{one}, {other}", Map.of("one", one, "other", other)))
                .orElse(Sql.of(""));
    }

    /** Joins {@code customer c}, which stays empty where the caller may not see it. */
    public static Sql leftJoinCustomer(String idColumn) {
        return of("left join customer c on c.id = %s and {seen}".formatted(idColumn), Map.of("seen", visible("c")));
    }

    /** Only the rows that the caller may see, by their present owner and team. */
    public static Sql visible(String alias) {
        var condition = Visibility.current().ofScope(alias);
        return Sql.of(condition.sql(), condition.parameters().toArray());
    }
}
