package io.kehu.platform.listing;

import io.kehu.platform.problem.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Where a page ended, opaque to callers: the sort values of its last row, and a fingerprint of the list that it belongs to.
 */
record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";
    private static final String NULL = "\u0000";

    static String fingerprint(Object... asked) {
        return Integer.toHexString(Objects.hash(asked));
    }

    static String write(Object[] values, String fingerprint) {
        var text = new StringBuilder(fingerprint);
        for (var value : values) {
            text.append(SEPARATOR).append(value == null ? NULL : value.toString());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text, String fingerprint) {
        try {
            var parts = List.of(
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (parts.getFirst().equals(fingerprint)) {
                return new Cursor(parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequest("cursor.invalid");
        }
        throw new BadRequest("cursor.invalid");
    }

    Comparable<?> value(int index, Class<?> type) {
        if (index >= values.size()) {
            throw new BadRequest("cursor.invalid");
        }
        var value = values.get(index);
        try {
            return value.equals(NULL) ? null : Values.parse(value, type);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("cursor.invalid");
        }
    }
}
