package io.kehu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every event, compared with the file committed for it: consumers rely on it. Adding a field changes the file,
 * which {@code -Dgolden.write=true} writes anew; removing or renaming one must not happen.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<String> types() {
        return Stream.of(EventFamily.values())
                .flatMap(family -> family.eventsByType().keySet().stream())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isPublishedAsItsGoldenFileSays(String type) throws IOException {
        var family = EventFamily.ofType(type);
        var value = EventJson.value(
                EventJson.write(Samples.of(family.eventsByType().get(type))),
                EventJson.write(Samples.of(family.state())));
        var pretty = EventJson.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(EventJson.mapper().readTree(value))
                + "\n";
        var file = GOLDEN.resolve(type + ".json");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, pretty);
        }
        assertThat(pretty).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isReadBackFromItsGoldenFile(String type) throws IOException {
        var metadata = new EventMetadata(
                UUID.randomUUID(),
                type,
                UUID.randomUUID(),
                1,
                "anna",
                Origin.API,
                null,
                Instant.now(),
                Instant.now(),
                false);
        var event = EventJson.read(metadata, Files.readAllBytes(GOLDEN.resolve(type + ".json")));
        var family = EventFamily.ofType(type);
        assertThat(event.data()).isEqualTo(Samples.of(family.eventsByType().get(type)));
        assertThat(event.state()).isEqualTo(Samples.of(family.state()));
    }
}
