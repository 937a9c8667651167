package io.kehu.opportunity.pipeline;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pipeline as the API shows it. */
@Schema(description = "A pipeline 销售流程 with its stages 销售阶段 in order")
public record PipelineView(
        @Schema(examples = "STANDARD") String code,
        String name,
        String chineseName,
        List<StageView> stages,

        @Schema(
                description =
                        "A change of it makes another version 版本; deals go on in the one that they were opened in")
        int version,

        @Schema(description = "Team 所属部门 whose deals go into it, with all teams below; everybody's if absent")
        String team,

        @Schema(description = "Whether new deals go into it 启用")
        boolean active,

        Instant createdAt,
        String createdBy) {

    /** What somebody would write to have just this. */
    PipelineFields fields() {
        return new PipelineFields(
                name,
                chineseName,
                team,
                active,
                stages.stream().map(StageFields::of).toList());
    }
}
