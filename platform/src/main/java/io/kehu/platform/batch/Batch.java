package io.kehu.platform.batch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Several commands on records of one kind, sent at once.
 *
 * @param <F> the record of fields that may be written
 */
@Schema(description = "Commands on several records 批量操作, each judged as if it were sent alone")
public record Batch<F>(
        @Schema(description = "At most 200, done in this order") @NotNull @Size(min = 1, max = Batch.MOST)
        List<@NotNull @Valid BatchItem<F>> items) {

    static final int MOST = 200;
}
