package io.kehu.platform.exchange;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands where in a file.
 *
 * @param targets the fields that each column fills, by its index; none for a column that is ignored
 */
record FileLayout(FileFormat format, List<String> headings, List<List<String>> targets) {

    /** The columns that nothing is taken of, but for those of error files. */
    List<String> ignored() {
        return IntStream.range(0, targets.size())
                .filter(index -> targets.get(index).isEmpty())
                .mapToObj(headings::get)
                .filter(heading -> !heading.isEmpty() && !StandardColumns.isOfErrorFile(heading))
                .toList();
    }

    /** What the caller calls {@code field}: the heading that fills it, else its own name. */
    String headingOf(String field) {
        for (var index = 0; index < targets.size(); index++) {
            if (targets.get(index).contains(field)) {
                return headings.get(index);
            }
        }
        return field;
    }
}
