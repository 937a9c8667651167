package io.kehu.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people call the groups of a report: dimensions are joined when read, so a renamed product is renamed in the past too. */
@ApplicationScoped
public class GroupNames {

    private final ReadModel readModel;

    GroupNames(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** Names by key; a key without an entry is its own name. */
    public Map<String, String> of(GroupBy groupBy, List<String> keys) {
        var names = new HashMap<String, String>();
        groupBy.dimension()
                .ifPresent(table -> readModel
                        .query(
                                Sql.of(
                                        "select id::text, coalesce(name, number) from %s where id = any (string_to_array(?, ',')::uuid[])"
                                                .formatted(table),
                                        String.join(
                                                ",",
                                                keys.stream()
                                                        .filter(Objects::nonNull)
                                                        .toList())),
                                row -> new String[] {row.getString(1), row.getString(2)})
                        .forEach(pair -> names.put(pair[0], pair[1])));
        return names;
    }
}
