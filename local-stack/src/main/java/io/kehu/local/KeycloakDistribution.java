package io.kehu.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's files below one folder: unpacked from the archive that the start script fetched. A newer archive replaces
 * everything but the data.
 */
record KeycloakDistribution(Path directory, Path downloads) {

    private static final String ARCHIVE = "keycloak-quarkus-dist-";
    private static final String VERSION_FILE = "version";

    /** The version that is unpacked; its marker is written last. */
    Optional<String> version() throws IOException {
        var marker = directory.resolve(VERSION_FILE);
        return Files.exists(marker) ? Optional.of(Files.readString(marker).strip()) : Optional.empty();
    }

    /** The archive that is waiting to be unpacked, if its version is another one than the unpacked. */
    Optional<Path> newArchive() throws IOException {
        if (!Files.isDirectory(downloads)) {
            return Optional.empty();
        }
        var unpacked = version().map(version -> ARCHIVE + version + ".zip").orElse("");
        try (var files = Files.list(downloads)) {
            return files.filter(file -> file.getFileName().toString().startsWith(ARCHIVE))
                    .filter(file -> !file.getFileName().toString().equals(unpacked))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Unpacks the archive and then removes it. */
    void unpack(Path archive) throws IOException {
        removeAllButData();
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2) {
                    continue;
                }
                var target = directory
                        .resolve(inside.subpath(1, inside.getNameCount()).toString())
                        .normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
        var name = archive.getFileName().toString();
        Files.writeString(directory.resolve(VERSION_FILE), name.substring(ARCHIVE.length(), name.length() - 4));
        Files.delete(archive);
    }

    /**
     * All jars, named one by one: Keycloak's own class loader keeps classes out of an ahead-of-time cache, the plain
     * class path lets them in.
     */
    String classPath() throws IOException {
        var jars = new ArrayList<Path>(List.of(
                directory.resolve("lib/quarkus/transformed-bytecode.jar"),
                directory.resolve("lib/quarkus/generated-bytecode.jar")));
        for (var folder : List.of("lib/app", "lib/lib/main", "lib/lib/boot")) {
            try (var files = Files.list(directory.resolve(folder))) {
                files.sorted().forEach(jars::add);
            }
        }
        return String.join(":", jars.stream().map(Path::toString).toList());
    }

    private void removeAllButData() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        var data = directory.resolve("data");
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.startsWith(data) && !data.startsWith(file))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
