package io.kehu.gateway.directory;

import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list, in the shape of every other resource. */
@Schema(description = "One page of a list 分页", requiredProperties = "items")
record Slice<T>(
        List<T> items,

        @Schema(description = "Pass as cursor for the next page; absent on the last", nullable = true)
        String nextCursor) {

    static final int LARGEST = 200;

    private static final int DEFAULT = 50;

    /**
     * @param sorted all that there is, in the order of {@code key}, which is unique
     * @param list   what tells this list from others: a cursor serves only the list that gave it
     */
    static <T> Slice<T> of(List<T> sorted, Function<T, String> key, DirectoryQuery query, String list) {
        var limit = limit(query.limit);
        var fingerprint = Integer.toHexString(Objects.hash(list, query.filter, query.q));
        var after = query.cursor == null ? null : read(query.cursor, fingerprint);
        var rest = sorted.stream()
                .filter(item -> after == null || key.apply(item).compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        if (rest.size() <= limit) {
            return new Slice<>(rest, null);
        }
        var items = rest.subList(0, limit);
        return new Slice<>(items, write(fingerprint, key.apply(items.getLast())));
    }

    static int limit(Integer asked) {
        var limit = asked == null ? DEFAULT : asked;
        if (limit < 1 || limit > LARGEST) {
            throw new Refused(Refusal.LIMIT, LARGEST);
        }
        return limit;
    }

    static String write(String fingerprint, String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((fingerprint + " " + position).getBytes(StandardCharsets.UTF_8));
    }

    static String read(String cursor, String fingerprint) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(fingerprint + " ")) {
                return text.substring(fingerprint.length() + 1);
            }
        } catch (IllegalArgumentException _) {
            throw new Refused(Refusal.CURSOR);
        }
        throw new Refused(Refusal.CURSOR);
    }
}
