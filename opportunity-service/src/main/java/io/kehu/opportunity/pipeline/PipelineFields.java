package io.kehu.opportunity.pipeline;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pipeline as somebody writes it. */
@Schema(
        description =
                "A pipeline 销售流程 with its stages in order: open ones first, then one won and one lost or more; those after sales 售后 stand behind a won one")
public record PipelineFields(
        @Schema(examples = "Key accounts") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "大客户销售流程") @NotBlank @Size(max = 100)
        String chineseName,

        @Schema(
                description = "Team 所属部门 whose deals go into it, with all teams below; everybody's when left out",
                examples = "/sales")
        @Pattern(regexp = "(/[^/]+)+")
        @Size(max = 500)
        String team,

        @Schema(description = "Whether new deals go into it 启用; true when left out")
        Boolean active,

        @Schema(description = "Stages 销售阶段 in order") @NotNull @Size(min = 3, max = 30)
        List<@Valid @NotNull StageFields> stages) {

    boolean isActive() {
        return active == null || active;
    }

    List<StageView> views() {
        return IntStream.range(0, stages.size())
                .mapToObj(index -> stages.get(index).at(index + 1))
                .toList();
    }

    /** Fails with 422 unless deals can be opened, won and lost in it, and each stage is known by its code. */
    void check() {
        var faults = new ArrayList<InvalidField>();
        var codes = new HashSet<String>();
        var closed = false;
        var won = false;
        for (var index = 0; index < stages.size(); index++) {
            var stage = stages.get(index);
            if (!codes.add(stage.code())) {
                faults.add(new InvalidField("stages[" + index + "].code", "pipeline.stage-twice", stage.code()));
            }
            if (closed && stage.kind() == Stage.Kind.OPEN) {
                faults.add(new InvalidField("stages[" + index + "].kind", "pipeline.open-first"));
            }
            if (!won && stage.kind() == Stage.Kind.AFTER_SALES) {
                faults.add(new InvalidField("stages[" + index + "].kind", "pipeline.after-won"));
            }
            closed |= stage.kind() != Stage.Kind.OPEN;
            won |= stage.kind() == Stage.Kind.WON;
        }
        for (var needed : List.of(Stage.Kind.OPEN, Stage.Kind.WON, Stage.Kind.LOST)) {
            if (stages.stream().noneMatch(stage -> stage.kind() == needed)) {
                faults.add(new InvalidField("stages", "pipeline.needs-stage", needed));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
    }
}
