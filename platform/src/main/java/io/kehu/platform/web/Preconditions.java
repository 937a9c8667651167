package io.kehu.platform.web;

import io.kehu.platform.problem.PreconditionFailed;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code If-Match} of RFC 9110, judged where a record is loaded for a change. */
public final class Preconditions {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d+)\"");

    private Preconditions() {}

    /** Fails with 412 if the current request changes this record but names another version of it. */
    public static void check(UUID id, long version) {
        var request = TraceIds.request();
        if (request == null || SAFE.contains(request.request().method().name())) {
            return;
        }
        var expected = request.request().getHeader("if-match");
        if (expected == null
                || expected.equals("*")
                || !request.request().path().contains(id.toString())) {
            return;
        }
        var matches =
                ETAG.matcher(expected).results().anyMatch(tag -> tag.group(1).equals(Long.toString(version)));
        if (!matches) {
            throw new PreconditionFailed(version);
        }
    }
}
