package io.kehu.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lets all open deals of a pipeline go on in its newest version. */
@Schema(description = "Where the open deals of older versions 旧版本商机 go on")
public record MoveToNewest(
        @Schema(
                description =
                        "Which stage follows which 阶段对应: codes of stages of older versions with those of the newest, of"
                                + " the same kind; the stage of the same code where one is left out",
                examples = "{\"LEAD\":\"INITIAL_CONTACT\"}")
        @Size(max = 100)
        Map<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 100) String> stages,

        @Schema(description = "Why 原因") @Size(max = 1000) String reason) {

    public MoveToNewest {
        stages = stages == null ? Map.of() : stages;
    }

    String follower(String stage) {
        return stages.getOrDefault(stage, stage);
    }
}
