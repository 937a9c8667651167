package io.kehu.platform.batch;

import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.web.Patch;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One command of a {@link Batch}.
 *
 * @param <F> the record of fields that may be written
 */
@Schema(description = "One command of a batch")
public record BatchItem<F>(
        @Schema(description = "What to do: CREATE 新建 with fields, UPDATE 修改 with id and fields, DELETE 删除 with id")
        @NotNull
        Operation operation,

        @Schema(description = "The record to update or delete")
        UUID id,

        @Schema(description = "The version, as in the ETag, that an update or delete is meant for; another answers 412")
        Long version,

        @Schema(
                description =
                        "The fields as for a single create, or for an update (JSON Merge Patch): null clears, what is absent stays")
        Patch<F> fields) {

    /** What a command does. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /** Fails with 400 unless it states what its operation needs, and nothing else. */
    void requireShape() {
        var errors = new ArrayList<InvalidField>();
        judge("id", id, operation != Operation.CREATE, errors);
        judge("fields", fields, operation != Operation.DELETE, errors);
        if (operation == Operation.CREATE && version != null) {
            errors.add(new InvalidField("version", "batch.unfitting", operation));
        }
        if (!errors.isEmpty()) {
            throw new BadRequest("validation.failed", errors);
        }
    }

    private void judge(String field, Object value, boolean needed, List<InvalidField> errors) {
        if (needed && value == null) {
            errors.add(new InvalidField(field, "field.required"));
        } else if (!needed && value != null) {
            errors.add(new InvalidField(field, "batch.unfitting", operation));
        }
    }
}
