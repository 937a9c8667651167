package io.kehu.platform.listing;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
@Schema(description = "One page of a list 分页", requiredProperties = "items")
public record Page<T>(
        List<T> items,

        @Schema(description = "Pass as cursor for the next page; absent on the last", nullable = true)
        String nextCursor,

        @Schema(description = "Only when asked for by count", nullable = true)
        Total count) {

    /** @param atLeast whether there are more than {@code value} */
    @Schema(requiredProperties = {"value", "atLeast"})
    public record Total(long value, boolean atLeast) {}

    public <V> Page<V> map(Function<? super T, V> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor, count);
    }
}
