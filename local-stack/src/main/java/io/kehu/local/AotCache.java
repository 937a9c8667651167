package io.kehu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The ahead-of-time cache of one Java program, which halves its start. It is made by running the program once, and
 * belongs to exactly these jars and this JDK.
 *
 * @param file the cache
 * @param program the jar whose rebuild makes the cache worthless
 */
record AotCache(Path file, Path program) {

    boolean isFresh() {
        try {
            return Files.exists(file)
                    && newerThan(program)
                    && newerThan(Path.of(System.getProperty("java.home"), "release"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options of a normal run. */
    List<String> use() {
        return isFresh() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Options of the run that makes the cache, on its end. */
    List<String> record() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
    }

    /** Puts the cache in place that an ended run has recorded; a run that was killed has left none. */
    void keep() {
        try {
            if (Files.exists(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private boolean newerThan(Path other) throws IOException {
        return modified(file).compareTo(modified(other)) >= 0;
    }

    private static FileTime modified(Path path) throws IOException {
        return Files.exists(path) ? Files.getLastModifiedTime(path) : FileTime.fromMillis(0);
    }
}
