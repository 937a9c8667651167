package io.kehu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir
    Path directory;

    @Test
    void isUsedOnlyWhenItIsNewerThanItsProgram() throws IOException {
        var program = Files.createFile(directory.resolve("quarkus-run.jar"));
        var cache = new AotCache(directory.resolve("app.aot"), program);
        assertThat(cache.use()).isEmpty();

        Files.createFile(directory.resolve("app.aot.new"));
        assertThat(cache.use()).isEmpty();
        cache.keep();
        assertThat(cache.use()).containsExactly("-XX:AOTCache=" + directory.resolve("app.aot"));

        Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(cache.use()).isEmpty();
    }
}
