package io.kehu.platform.exchange;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Finds out what separates the cells: what makes the rows as wide as their headings, and those the widest. */
final class DelimiterDetection {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 1 << 16;

    private DelimiterDetection() {}

    static char detect(Reader text) throws IOException {
        var sample = sample(text);
        var best = CANDIDATES.getFirst();
        var highest = 0.0;
        for (var candidate : CANDIDATES) {
            var score = score(sample, candidate);
            if (score > highest) {
                best = candidate;
                highest = score;
            }
        }
        return best;
    }

    private static String sample(Reader text) throws IOException {
        var buffer = new char[SAMPLE];
        var length = 0;
        for (var read = text.read(buffer); read > 0; read = text.read(buffer, length, SAMPLE - length)) {
            length += read;
        }
        return new String(buffer, 0, length);
    }

    private static double score(String sample, char delimiter) throws IOException {
        var widths = new ArrayList<Integer>();
        try (var rows = new CsvRows(new StringReader(sample), delimiter)) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (!row.isBlank()) {
                    widths.add(row.fault() == null ? row.cells().size() : 0);
                }
            }
        }
        if (sample.length() == SAMPLE && widths.size() > 1) {
            widths.removeLast();
        }
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        var headings = widths.getFirst();
        var fitting = widths.stream().filter(headings::equals).count();
        return (double) fitting / widths.size() + headings / 10_000.0;
    }
}
