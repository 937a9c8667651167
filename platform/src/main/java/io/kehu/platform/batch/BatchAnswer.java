package io.kehu.platform.batch;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the commands of a {@link Batch}. */
@Schema(description = "One result per command, in the order in which they were sent", requiredProperties = "items")
public record BatchAnswer(List<BatchResult> items) {}
