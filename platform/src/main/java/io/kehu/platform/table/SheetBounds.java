package io.kehu.platform.table;

import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Measures a workbook before anything of it is understood, because some megabytes can unpack to terabytes. What its directory
 * says of sizes is not believed: everything is unpacked once, into nothing.
 */
final class SheetBounds {

    private static final long PACKED = 30L << 20;
    private static final long UNPACKED = 1L << 30;

    /** A reader holds these whole. */
    private static final long HELD = 96L << 20;

    private static final int PARTS = 2_000;

    private SheetBounds() {}

    /** @throws Invalid if it is larger than what is taken, or no archive at all */
    static void check(Path file) throws IOException {
        if (Files.size(file) > PACKED) {
            throw new Invalid("import.workbook-large", PACKED >> 20);
        }
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > PARTS) {
                throw new Invalid("import.workbook-large", PARTS);
            }
            var total = 0L;
            var held = 0L;
            var block = new byte[1 << 16];
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var sheet = entry.getName().startsWith("xl/worksheets/");
                try (var content = archive.getInputStream(entry)) {
                    for (var length = content.read(block); length > 0; length = content.read(block)) {
                        total += length;
                        held += sheet ? 0 : length;
                        if (total > UNPACKED || held > HELD) {
                            throw new Invalid("import.workbook-large", (total > UNPACKED ? UNPACKED : HELD) >> 20);
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw new Invalid("import.workbook-unreadable");
        }
    }
}
