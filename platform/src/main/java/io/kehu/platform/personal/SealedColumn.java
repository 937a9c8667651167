package io.kehu.platform.personal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A column of values under the {@link KeyRing}, with the blind indexes beside it.
 *
 * @param id      the column by which its table is gone through
 * @param suffix  what follows the id in the place of a value
 * @param indexes index columns with how each is made; empty for wrapped keys, whose clear form is no text, and for what is never searched
 * @param many    whether it holds several texts, and arrays of indexes
 */
record SealedColumn(
        String table, String id, String sealed, String suffix, Map<String, BlindIndex> indexes, boolean many) {

    private static final String SEPARATOR = "\n";

    static SealedColumn ofKeys(String table, String id) {
        return new SealedColumn(table, id, "sealed_key", ":key", Map.of(), false);
    }

    static SealedColumn ofPhones(String table, String field) {
        return new SealedColumn(
                table,
                "id",
                field + "_sealed",
                ":phone",
                new TreeMap<>(
                        Map.of(field + "_exact", BlindIndex.PHONE, field + "_last_digits", BlindIndex.LAST_DIGITS)),
                false);
    }

    static SealedColumn ofEmails(String table, String field) {
        return new SealedColumn(
                table, "id", field + "_sealed", ":email", Map.of(field + "_exact", BlindIndex.EMAIL), false);
    }

    static SealedColumn ofTexts(String table, String field) {
        return new SealedColumn(table, "id", field + "_sealed", SealedText.SUFFIX, Map.of(), false);
    }

    /** The same with several texts in the place of one. */
    SealedColumn ofMany(String newSuffix) {
        return new SealedColumn(table, id, sealed, newSuffix, indexes, true);
    }

    static String joined(List<String> texts) {
        return String.join(SEPARATOR, texts);
    }

    static List<String> parts(String text) {
        return List.of(text.split(SEPARATOR));
    }

    String name() {
        return table + "." + sealed;
    }

    String place(UUID record) {
        return record + suffix;
    }

    /** Rows behind an id that are not under the key with this prefix; its parameters are the id, the prefix and a limit. */
    String selectStale() {
        return "select %2$s, %3$s from %1$s where %2$s > ? and %4$s order by %2$s limit ?"
                .formatted(table, id, sealed, stale());
    }

    String countStale() {
        return "select count(*) from %s where %s".formatted(table, stale());
    }

    private String stale() {
        return "substring(%s from 1 for %d) <> ?".formatted(sealed, KeyRing.PREFIX);
    }

    /** Replaces what was read and nothing else: its parameters are the new value, the indexes, the id and the old value. */
    String update() {
        var indexed =
                indexes.keySet().stream().map(column -> ", " + column + " = ?").collect(Collectors.joining());
        return "update %s set %s = ?%s where %s = ? and %s = ?".formatted(table, sealed, indexed, id, sealed);
    }

    /** For each index column a number, or an array of them. */
    List<?> indexesOf(byte[] clear) {
        if (indexes.isEmpty()) {
            return List.of();
        }
        var text = new String(clear, StandardCharsets.UTF_8);
        if (many) {
            return indexes.values().stream()
                    .map(index -> index.ofAll(parts(text)))
                    .toList();
        }
        return indexes.values().stream().map(index -> index.of(text)).collect(Collectors.toList());
    }
}
