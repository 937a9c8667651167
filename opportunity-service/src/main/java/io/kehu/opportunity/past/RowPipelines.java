package io.kehu.opportunity.past;

import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.pipeline.Pipeline;
import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.util.List;

/**
 * The pipelines that the rows of a chunk may mean.
 *
 * @param newest the newest version of each
 */
record RowPipelines(List<Pipeline> newest, PipelineRepository pipelines) {

    static RowPipelines of(PipelineRepository pipelines) {
        return new RowPipelines(pipelines.current(), pipelines);
    }

    /** The version that a deal is in, unless the row names another pipeline. */
    Pipeline of(OpportunityRow row, Opportunity existing) {
        if (existing != null) {
            var own = pipelines.of(existing.stage());
            if (row.pipeline() == null || own.answersTo(row.pipeline())) {
                return own;
            }
        }
        return named(row.pipeline() == null ? Pipeline.STANDARD : row.pipeline());
    }

    private Pipeline named(String text) {
        return newest.stream()
                .filter(pipeline -> pipeline.active() && pipeline.answersTo(text))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("pipeline", "opportunity.pipeline-unknown", text))));
    }
}
