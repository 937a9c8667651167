package io.kehu.platform.batch;

import io.kehu.platform.problem.Problem;
import io.kehu.platform.web.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one command of a {@link Batch}. */
@Schema(description = "What became of one command of a batch", requiredProperties = "status")
public record BatchResult(
        @Schema(
                description =
                        "The status that the command alone would have been answered with; 424 when it was not done"
                                + " because another failed in an atomic batch",
                examples = "201")
        int status,

        @Schema(description = "The record, unless it could not be made")
        UUID id,

        @Schema(description = "Where the record is served, if it was made or changed")
        String location,

        @Schema(description = "ETag of the record's version, if it was made or changed", examples = "\"7\"")
        String etag,

        @Schema(description = "Why it failed") Problem problem) {

    static BatchResult of(int status, Versioned view) {
        var path = view.path();
        return new BatchResult(
                status,
                UUID.fromString(path.substring(path.lastIndexOf('/') + 1)),
                path,
                "\"" + view.lifespan().version() + "\"",
                null);
    }

    static BatchResult failed(UUID id, Problem problem) {
        return new BatchResult(problem.status(), id, null, null, problem);
    }
}
