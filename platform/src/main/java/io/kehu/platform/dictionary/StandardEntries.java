package io.kehu.platform.dictionary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kehu.platform.search.Pinyin;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the entries that are the same for everybody: files of this module, and the countries that Java knows. */
final class StandardEntries {

    static final String COUNTRIES = "countries";

    /** What countries are called beside their names. */
    private static final Map<String, List<String>> COUNTRY_ALIASES = Map.of(
            "CN", List.of("中国大陆", "中华人民共和国", "PRC"),
            "GB", List.of("UK", "Great Britain"),
            "KR", List.of("Korea"),
            "US", List.of("United States of America"),
            "HK", List.of("香港"),
            "MO", List.of("澳门"));

    private StandardEntries() {}

    static List<DictionaryEntry> of(String resource) {
        return resource.equals(COUNTRIES) ? countries() : file("/dictionary/" + resource + ".csv");
    }

    /** ISO 3166-1, with the codes of three letters as aliases. */
    private static List<DictionaryEntry> countries() {
        var entries = new ArrayList<DictionaryEntry>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            var zh = country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE);
            var en = country.getDisplayCountry(Locale.ENGLISH);
            var aliases = new ArrayList<>(COUNTRY_ALIASES.getOrDefault(code, List.of()));
            aliases.add(country.getISO3Country());
            entries.add(new DictionaryEntry(code, zh, en, null, List.copyOf(aliases), true, entries.size()));
        }
        return entries;
    }

    private static List<DictionaryEntry> file(String name) {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        StandardEntries.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            var entries = new ArrayList<DictionaryEntry>();
            for (var row : rows) {
                entries.add(entry(row, entries.size()));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DictionaryEntry entry(NamedCsvRecord row, int position) {
        var parent = row.getField("parent");
        var zh = row.getField("zh");
        var en = row.getField("en");
        var aliases = Arrays.stream(row.getField("aliases").split(";"))
                .filter(alias -> !alias.isBlank())
                .toList();
        return new DictionaryEntry(
                row.getField("code"),
                zh,
                en.isEmpty() ? Pinyin.name(zh) : en,
                parent.isEmpty() ? null : parent,
                aliases,
                true,
                position);
    }
}
