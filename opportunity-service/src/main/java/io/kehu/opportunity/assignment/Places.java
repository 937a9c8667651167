package io.kehu.opportunity.assignment;

import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.dictionary.DictionaryEntry;
import io.kehu.platform.dictionary.DictionaryKind;
import io.kehu.platform.dictionary.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Knows regions under all that rules may say for them, so that one for 广东省 takes what comes from 深圳. */
@ApplicationScoped
class Places {

    private static final String REGIONS = "regions";

    private final Dictionaries dictionaries;

    Places(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @Produces
    @Singleton
    static DictionaryKind regions() {
        return DictionaryKind.standard(REGIONS, "行政区划", "Regions of China", "GB/T 2260");
    }

    /** What {@code text}, a code or a name, and the regions that it lies in are called; none for null. */
    Set<String> named(String text) {
        var names = new LinkedHashSet<String>();
        if (text != null) {
            names.add(text);
            var dictionary = dictionaries.of(REGIONS);
            for (var entry = new Regions(dictionary).find(text).flatMap(dictionary::entry);
                    entry.isPresent();
                    entry = entry.map(DictionaryEntry::parent).flatMap(dictionary::entry)) {
                add(names, entry);
            }
        }
        return names;
    }

    private static void add(Set<String> names, Optional<DictionaryEntry> region) {
        region.ifPresent(entry -> {
            names.add(entry.code());
            names.add(entry.zh());
            names.add(entry.en());
            names.addAll(entry.aliases());
        });
    }
}
