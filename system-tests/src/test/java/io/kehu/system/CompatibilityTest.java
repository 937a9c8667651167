package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change of the API may break its clients, unless it is accepted in so many words. */
class CompatibilityTest {

    private static final Path DOCUMENTS = Path.of("../docs/openapi");
    private static final Path SUITE = Path.of("../docs/openapi.json");
    private static final Path ACCEPTED = Path.of("../docs/accepted-api-changes.md");
    private static final String REASON = " — ";
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> documents() throws IOException {
        try (var services = Files.list(DOCUMENTS)) {
            return Stream.concat(Stream.of(SUITE), services.sorted()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void breaksNothingThatFormerDocumentsPromised(Path document) throws IOException {
        var versions = new DocumentHistory(document).formerVersions();
        Assumptions.assumeFalse(versions.isEmpty(), "Not judged: git knows no former version of " + document);
        var now = JSON.readTree(document.toFile());
        var breaks = new TreeSet<String>();
        for (var former : versions.values()) {
            breaks.addAll(ApiComparison.breaks(JSON.readTree(former), now));
        }
        if (!document.equals(SUITE)) {
            breaks.removeIf(each -> each.endsWith(ApiComparison.RENAMED));
        }
        var accepted = accepted();
        breaks.removeIf(each -> accepted.matcher(each).matches());
        assertThat(breaks)
                .as("incompatible with %s of %s; see %s", versions.keySet(), document, ACCEPTED)
                .isEmpty();
    }

    @Test
    void givesAReasonForEveryAcceptedChange() throws IOException {
        assertThat(lines()).allMatch(line -> line.contains(REASON) && !line.endsWith(REASON));
    }

    /** A {@code *} stands for one segment of a path. */
    private static Pattern accepted() throws IOException {
        return Pattern.compile(lines().map(line -> line.split(REASON)[0])
                .map(sentence -> Pattern.quote(sentence).replace("*", "\\E[^/]+\\Q"))
                .collect(Collectors.joining("|")));
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(ACCEPTED).stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).strip());
    }
}
