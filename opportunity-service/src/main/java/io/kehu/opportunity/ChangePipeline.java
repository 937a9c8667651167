package io.kehu.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lets a deal go on in another pipeline; written so that one and the same does for many deals. */
@Schema(description = "The pipeline 销售流程 to go on in, and where")
public record ChangePipeline(
        @Schema(
                description = "Code of the pipeline; the newest version of the deal's own when left out",
                examples = "STANDARD")
        @Size(max = 100)
        String pipeline,

        @Schema(
                description =
                        "Which stage follows which 阶段对应: codes of present stages with those to go on in, of the same kind;"
                                + " the stage of the same code when the deal's is left out",
                examples = "{\"LEAD\":\"INITIAL_CONTACT\"}")
        @Size(max = 30)
        Map<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 100) String> stages,

        @Schema(description = "Why 原因") @Size(max = 1000) String reason) {

    public ChangePipeline {
        stages = stages == null ? Map.of() : stages;
    }
}
