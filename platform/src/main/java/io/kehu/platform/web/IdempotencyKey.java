package io.kehu.platform.web;

import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.BadRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What makes a call the same as one before.
 *
 * @param id      caller, method, path and the key that the caller chose
 * @param content what is asked for: another under the same key is refused
 */
public record IdempotencyKey(String id, String content) {

    private static final int LONGEST = 128;
    private static final ScopedValue<Boolean> MINDED = ScopedValue.newInstance();

    private static final ScopedValue<Boolean> TAKEN = ScopedValue.newInstance();

    /** Does {@code work}, a part of a request that keeps its answers by its key itself. */
    public static <T> T taken(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(TAKEN, true).call(work);
    }

    /** That of the current request with these parameters; null if it has none. Fails with 400 if it is none. */
    public static IdempotencyKey ofRequest(Object... parameters) {
        var request = TraceIds.request();
        var key = request == null ? null : request.request().getHeader("idempotency-key");
        if (key == null || TAKEN.isBound()) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new BadRequest("idempotency.key-invalid");
        }
        var http = request.request();
        return new IdempotencyKey(
                String.join("\n", Caller.current().username(), http.method().name(), http.path(), key),
                http.query() + "\n" + text(parameters));
    }

    /** The same for equal values in each run of the program: sets and maps have no order of their own. */
    static String text(Object value) {
        return switch (value) {
            case Object[] all -> text(Arrays.asList(all));
            case Set<?> all ->
                all.stream().map(IdempotencyKey::text).sorted().toList().toString();
            case Collection<?> all ->
                all.stream().map(IdempotencyKey::text).toList().toString();
            case Map<?, ?> all -> text(all.entrySet());
            case Map.Entry<?, ?> entry -> text(entry.getKey()) + "=" + text(entry.getValue());
            case Record all ->
                Stream.of(all.getClass().getRecordComponents())
                        .map(component -> component.getName() + "=" + text(component(all, component.getAccessor())))
                        .toList()
                        .toString();
            case null, default -> String.valueOf(value);
        };
    }

    private static Object component(Record all, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(all);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does {@code work}, a part of a call whose key is minded already: the operations in it do not mind it again. */
    public static <T, X extends Throwable> T minded(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(MINDED, true).call(work);
    }

    static boolean isMinded() {
        return MINDED.isBound();
    }

    /** That of one part of the same call. */
    public IdempotencyKey part(int index) {
        return new IdempotencyKey(id + "\n" + index, content);
    }
}
