package io.kehu.platform.web;

import io.kehu.platform.problem.PreconditionFailed;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code If-Match} of RFC 9110, judged where a record is loaded for a change. */
public final class Preconditions {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d+)\"");

    /** An id however it may be written: in capitals, or without the zeros that it begins with. */
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{1,8}(?:-[0-9a-f]{1,4}){3}-[0-9a-f]{1,12}");

    private static final ScopedValue<Target> PART = ScopedValue.newInstance();

    private Preconditions() {}

    private record Target(UUID id, Long version) {}

    /** Does {@code work}, a part of the current request, as a request that changes the record {@code id}, if it has {@code version}. */
    public static <T> T changing(UUID id, Long version, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(PART, new Target(id, version)).call(work);
    }

    /** Whether the current request changes the record, as far as its method and path tell. */
    public static boolean changes(UUID id) {
        if (PART.isBound()) {
            return PART.get().id().equals(id);
        }
        var request = TraceIds.request();
        return request != null
                && !SAFE.contains(request.request().method().name())
                && ID.matcher(request.normalizedPath()).results().anyMatch(found -> names(found, id));
    }

    /** What the current request asks for, of another record in the place of {@code id}; null if it would change something. */
    public static String pathOf(UUID id, UUID other) {
        var request = TraceIds.request();
        return request == null || !SAFE.contains(request.request().method().name())
                ? null
                : ID.matcher(request.request().uri())
                        .replaceAll(found -> names(found, id) ? other.toString() : found.group());
    }

    private static boolean names(MatchResult found, UUID id) {
        return UUID.fromString(found.group()).equals(id);
    }

    /** Fails with 412 if the current request names another version of the record that it changes. */
    public static void check(long version) {
        if (PART.isBound()) {
            var wanted = PART.get().version();
            if (wanted != null && wanted != version) {
                throw new PreconditionFailed(version);
            }
            return;
        }
        var expected = TraceIds.request().request().getHeader("if-match");
        if (expected == null || expected.equals("*")) {
            return;
        }
        var matches =
                ETAG.matcher(expected).results().anyMatch(tag -> tag.group(1).equals(Long.toString(version)));
        if (!matches) {
            throw new PreconditionFailed(version);
        }
    }
}
