package io.kehu.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Sends files to the imports of the suite and follows them to their last row. */
public final class ImportRun {

    private static final int REASONS_SHOWN = 10;

    private final Api api;
    private final PrintStream out;
    private final Path errorFolder;

    /** @param errorFolder where files of rejected rows are saved */
    public ImportRun(Api api, PrintStream out, Path errorFolder) {
        this.api = api;
        this.out = out;
        this.errorFolder = errorFolder;
    }

    /** @return the job as it ended */
    public JsonNode upsert(String resource, Path file, JsonNode mapping) {
        var form = new Multipart(Map.of("mode", "upsert", "mapping", mapping.toString()), file);
        var accepted = api.upload(
                        "/v1/%s/imports".formatted(resource),
                        form,
                        UUID.randomUUID().toString())
                .require();
        var location = URI.create(accepted.location()).getPath();
        var job = follow(resource, location);
        if (job.path("rejected").asLong() > 0) {
            saveErrors(resource, location);
        }
        if (!job.path("status").asText().equals("COMPLETED")) {
            throw new DemoFailure("the import of %s did not end well: %s"
                    .formatted(file.getFileName(), job.path("failure").asText()));
        }
        return job;
    }

    private JsonNode follow(String resource, String location) {
        for (; ; ) {
            var job = api.get(location).require().json();
            show(resource, job);
            switch (job.path("status").asText()) {
                case "QUEUED", "RUNNING" -> Http.pause();
                default -> {
                    return job;
                }
            }
        }
    }

    private void show(String resource, JsonNode job) {
        var speed = job.path("rowsPerSecond");
        out.println("  %-13s %-9s %,6d of %,d rows: %,d created, %,d updated, %,d unchanged, %,d rejected%s"
                .formatted(
                        resource,
                        job.path("status").asText().toLowerCase(Locale.ROOT),
                        job.path("rowsRead").asLong(),
                        job.path("rowsTotal").asLong(),
                        job.path("created").asLong(),
                        job.path("updated").asLong(),
                        job.path("unchanged").asLong(),
                        job.path("rejected").asLong(),
                        speed.isNumber() ? " (%,d rows/s)".formatted(speed.asLong()) : ""));
    }

    private void saveErrors(String resource, String location) {
        try {
            var file = Files.createDirectories(errorFolder).resolve("rejected-%s.csv".formatted(resource));
            var errors = api.get(location + "/errors").require().body();
            Files.writeString(file, errors);
            try (var rows = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
                rows.stream()
                        .skip(1)
                        .limit(REASONS_SHOWN)
                        .forEach(row -> out.println("    row %s: %s"
                                .formatted(
                                        row.getField(row.getFieldCount() - 2), row.getField(row.getFieldCount() - 1))));
            }
            out.println("    rejected rows are in " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("the rejected rows of %s could not be saved".formatted(resource), e);
        }
    }
}
