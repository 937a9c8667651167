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

/** Reads the entries that are the same for everybody: files of this module, and the countries that Java knows. */
final class StandardEntries {

    static final String COUNTRIES = "countries";

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
            entries.add(new DictionaryEntry(
                    code, zh, en, null, List.of(country.getISO3Country()), true, entries.size()));
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
