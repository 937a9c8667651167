package io.kehu.local.demo.sales;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells in how many rows of a file each rule of a mapping says something, so that nothing is changed in silence. */
final class AppliedRules {

    private static final int MOST_TOLD = 8;

    private final JsonNode mapping;
    private final Map<String, Map<String, Integer>> texts = new LinkedHashMap<>();
    private int rows;

    private AppliedRules(JsonNode mapping) {
        this.mapping = mapping;
    }

    /** One sentence for each rule. */
    static List<String> of(Path file, JsonNode mapping) {
        var rules = new AppliedRules(mapping);
        try (var records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : records) {
                rules.rows++;
                row.getFieldsAsMap().forEach(rules::count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
        return rules.sentences();
    }

    private void count(String heading, String text) {
        texts.computeIfAbsent(heading, _ -> new LinkedHashMap<>()).merge(text, 1, Integer::sum);
    }

    private List<String> sentences() {
        var sentences = new ArrayList<String>();
        texts.forEach((heading, counts) -> {
            var target = mapping.path("columns").path(heading);
            if (target.isTextual()) {
                values(sentences, heading, target.asText(), counts);
            }
            target.forEach(field -> values(sentences, heading, field.asText(), counts));
            var blank = counts.getOrDefault("", 0);
            if (blank > 0) {
                sentences.add("%s: blank in %,d of %,d rows, stays empty".formatted(heading, blank, rows));
            }
        });
        mapping.path("constants")
                .properties()
                .forEach(constant -> sentences.add("%s: '%s' in every row that gives none"
                        .formatted(constant.getKey(), constant.getValue().asText())));
        return sentences;
    }

    private void values(List<String> sentences, String heading, String field, Map<String, Integer> counts) {
        var meanings = mapping.path("values").path(field).properties();
        if (meanings.size() > MOST_TOLD) {
            var told = meanings.stream().filter(meaning -> counts.containsKey(meaning.getKey()));
            var touched = meanings.stream()
                    .mapToInt(meaning -> counts.getOrDefault(meaning.getKey(), 0))
                    .sum();
            sentences.add("%s → %s: %d of %d listed texts replaced, in %,d rows"
                    .formatted(heading, field, told.count(), meanings.size(), touched));
        } else {
            meanings.forEach(meaning -> sentences.add("%s → %s: '%s' becomes '%s' in %,d rows"
                    .formatted(
                            heading,
                            field,
                            meaning.getKey(),
                            meaning.getValue().asText(),
                            counts.getOrDefault(meaning.getKey(), 0))));
        }
    }
}
