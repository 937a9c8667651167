package io.kehu.opportunity.pipeline;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pipeline as the API shows it. */
@Schema(description = "A pipeline 销售流程 with its stages 销售阶段 in order")
public record PipelineView(
        @Schema(examples = "STANDARD") String code, String name, String chineseName, List<StageView> stages) {}
