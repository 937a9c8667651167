package io.kehu.platform.search;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * By what a record is found in a search box.
 *
 * @param names found by any part, by pinyin from any syllable on, and by pinyin initials
 * @param keys  codes and numbers, found from their beginning on and by their last four characters
 */
public record SearchText(List<String> names, List<String> keys) {

    /** Leaves out what is null. */
    public static SearchText of(Stream<String> names, Stream<String> keys) {
        return new SearchText(
                names.filter(Objects::nonNull).toList(),
                keys.filter(Objects::nonNull).toList());
    }
}
