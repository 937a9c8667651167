package io.kehu.reporting;

import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.dictionary.DictionaryKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What people call the groups of a report: dimensions are joined when read, so a renamed product is renamed in the past too.
 * A customer that the caller may not see has none.
 * Codes of standards have the names of the standard in the reader's language; an entry of the company's own keeps its code.
 */
@ApplicationScoped
public class GroupNames {

    private static final String NAMES = """
            select id::text, coalesce(name, number) from %s r
             where id = any (string_to_array({ids}, ',')::uuid[]) and {seen}""";

    private static final String INDUSTRIES = "industries";
    private static final String REGIONS = "regions";

    private final ReadModel readModel;
    private final Dictionaries dictionaries;

    GroupNames(ReadModel readModel, Dictionaries dictionaries) {
        this.readModel = readModel;
        this.dictionaries = dictionaries;
    }

    @Produces
    @Singleton
    static DictionaryKind industries() {
        return DictionaryKind.standard(INDUSTRIES, "行业", "Industries", "GB/T 4754-2017");
    }

    @Produces
    @Singleton
    static DictionaryKind regions() {
        return DictionaryKind.standard(REGIONS, "行政区划", "Regions of China", "GB/T 2260");
    }

    /** Names by key; a key without an entry, as that of what has none, is its own name. */
    public Map<String, String> of(Naming naming, List<String> keys) {
        var known = keys.stream().filter(Objects::nonNull).toList();
        return switch (naming) {
            case KEY -> new HashMap<>();
            case PRODUCT -> records("product", known, Sql.of("true"));
            case CUSTOMER -> customers(known);
            case INDUSTRY -> entries(INDUSTRIES, known);
            case REGION -> entries(REGIONS, known);
        };
    }

    private Map<String, String> customers(List<String> keys) {
        var ids = keys.stream().filter(key -> !key.equals(GroupBy.OTHERS)).toList();
        var names = records("customer", ids, Sql.visible("r"));
        names.put(GroupBy.OTHERS, Labels.ofRequest().text("chart.others"));
        return names;
    }

    /** The reader's words, with what the company itself calls its reasons for losing a deal. */
    public Labels labelsOfLosses() {
        var labels = Labels.ofRequest();
        var own = new HashMap<String, String>();
        readModel
                .query(Sql.of("select 'lost.' || number, name, chinese_name from lost_reason"), row ->
                        new String[] {row.getString(1), row.getString(labels.chinese() ? 3 : 2)})
                .forEach(pair -> own.put(pair[0], pair[1]));
        return new Labels(labels.locale(), own);
    }

    private Map<String, String> records(String table, List<String> keys, Sql seen) {
        var names = new HashMap<String, String>();
        readModel
                .query(Sql.of(NAMES.formatted(table), Map.of("ids", String.join(",", keys), "seen", seen)), row ->
                        new String[] {row.getString(1), row.getString(2)})
                .forEach(pair -> names.put(pair[0], pair[1]));
        return names;
    }

    private Map<String, String> entries(String dictionary, List<String> keys) {
        var chinese = Labels.ofRequest().chinese();
        return keys.stream()
                .distinct()
                .flatMap(key -> dictionaries.of(dictionary).entry(key).stream())
                .collect(Collectors.toMap(entry -> entry.code(), entry -> chinese ? entry.zh() : entry.en()));
    }
}
