package io.kehu.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What git remembers of a file: the versions that a client may have been made of. */
final class DocumentHistory {

    private final Path file;

    DocumentHistory(Path file) {
        this.file = file;
    }

    /**
     * By the commit, as far as they are another than the file's: the committed version, the one before the last change,
     * and that of the newest release tag. Empty where there is no git, or no history.
     */
    Map<String, String> formerVersions() throws IOException {
        var versions = new LinkedHashMap<String, String>();
        var commits = new ArrayList<>(List.of("HEAD"));
        git("log", "-1", "--format=%h", "--", file.getFileName().toString())
                .map(String::strip)
                .filter(commit -> !commit.isEmpty())
                .ifPresent(commit -> commits.add(commit + "^"));
        git("describe", "--tags", "--abbrev=0", "--match=v*").map(String::strip).ifPresent(commits::add);
        for (var commit : commits) {
            git("show", commit + ":./" + file.getFileName()).ifPresent(text -> versions.put(commit, text));
        }
        versions.values().removeIf(Files.readString(file)::equals);
        return versions;
    }

    /** What git prints, if it does what it is told. */
    private Optional<String> git(String... command) {
        try {
            var all = new ArrayList<>(List.of("git"));
            all.addAll(List.of(command));
            var process = new ProcessBuilder(all)
                    .directory(file.getParent().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
