package io.kehu.platform.dictionary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of a dictionary, found by whatever a person may write for them. */
public final class Dictionary {

    private final Map<String, DictionaryEntry> byCode = new LinkedHashMap<>();
    private final Map<String, List<DictionaryEntry>> byText = new HashMap<>();
    private final Map<String, List<DictionaryEntry>> byParent = new HashMap<>();

    /** A later entry replaces an earlier one of the same code. */
    public Dictionary(Collection<DictionaryEntry> entries) {
        var latest = new LinkedHashMap<String, DictionaryEntry>();
        entries.forEach(entry -> latest.put(entry.code(), entry));
        latest.values().stream()
                .sorted(Comparator.comparingInt(DictionaryEntry::position))
                .forEach(this::add);
    }

    private void add(DictionaryEntry entry) {
        byCode.put(entry.code(), entry);
        byParent.computeIfAbsent(entry.parent(), _ -> new ArrayList<>()).add(entry);
        var texts = new LinkedHashSet<String>();
        texts.add(key(entry.code()));
        texts.add(key(entry.zh()));
        texts.add(key(entry.en()));
        entry.aliases().forEach(alias -> texts.add(key(alias)));
        texts.forEach(
                text -> byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(entry));
    }

    public List<DictionaryEntry> entries() {
        return List.copyOf(byCode.values());
    }

    public Optional<DictionaryEntry> entry(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The parts of {@code parent}, or the outermost entries if it is null. */
    public List<DictionaryEntry> partsOf(String parent) {
        return byParent.getOrDefault(parent, List.of());
    }

    /** The entry that {@code text} means: by its code, else the first whose name in either language or alias it is. */
    public Optional<DictionaryEntry> find(String text) {
        var exact = byCode.get(text);
        return exact != null
                ? Optional.of(exact)
                : byText.getOrDefault(key(text), List.of()).stream().findFirst();
    }

    /** The same among the parts of {@code parent}. */
    public Optional<DictionaryEntry> find(String text, String parent) {
        return byText.getOrDefault(key(text), List.of()).stream()
                .filter(entry -> parent.equals(entry.parent()))
                .findFirst();
    }

    /** The code and those of all entries below it, so that a filter on a whole finds its parts. */
    public Set<String> withParts(String code) {
        var codes = new LinkedHashSet<String>();
        collect(code, codes);
        return codes;
    }

    private void collect(String code, Set<String> codes) {
        if (codes.add(code)) {
            partsOf(code).forEach(part -> collect(part.code(), codes));
        }
    }

    private static String key(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
