package io.kehu.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what of a path may stand in a log: words of the API, ids and business numbers. Anything else may be a name or a
 * phone number that somebody put there, and is hidden.
 */
@ApplicationScoped
public class PathWords {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern BUSINESS_NUMBER = Pattern.compile("[A-Z]{1,6}-?[0-9]{4,20}");
    private static final String HIDDEN = "*";

    private final Set<String> words = ConcurrentHashMap.newKeySet();

    @Inject
    PathWords(Services services) {
        this(services.all().stream()
                .flatMap(service -> service.segments().stream())
                .toList());
    }

    PathWords(List<String> resources) {
        words.addAll(Set.of("v1", "openapi"));
        words.addAll(resources);
    }

    /** Takes the words from the template of a path, such as {@code /v1/tickets/{id}/status}. */
    public void learn(String template) {
        segments(template).filter(segment -> !segment.startsWith("{")).forEach(words::add);
    }

    /** The path with every other segment hidden. */
    public String redact(String path) {
        var shown = new StringBuilder(path.length());
        for (var segment : path.split("/")) {
            if (!segment.isEmpty()) {
                shown.append('/').append(isHarmless(segment) ? segment : HIDDEN);
            }
        }
        return shown.isEmpty() ? "/" : shown.toString();
    }

    private boolean isHarmless(String segment) {
        return words.contains(segment)
                || ID.matcher(segment).matches()
                || BUSINESS_NUMBER.matcher(segment).matches();
    }

    private static Stream<String> segments(String path) {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty());
    }
}
