package io.kehu.opportunity.pipeline;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pipelines there are; whoever may read opportunities sees all of them. */
@ApplicationScoped
public class PipelineRepository implements PanacheRepositoryBase<Pipeline, UUID> {

    PipelineRepository() {}

    /** The newest version. */
    public Pipeline require(String code) {
        return newest(code).orElseThrow(() -> new NotFound("pipeline", code));
    }

    Optional<Pipeline> newest(String code) {
        return find("code = ?1 order by version desc", code).firstResultOptional();
    }

    /** The version that deals in {@code stage} go on in. */
    public Pipeline of(Stage stage) {
        return findById(stage.pipelineId());
    }

    /** The newest first. */
    List<Pipeline> versions(String code) {
        return list("code = ?1 order by version desc", code);
    }

    /** The newest version of each, by code. */
    public List<Pipeline> current() {
        return list("from Pipeline p where p.version ="
                + " (select max(q.version) from Pipeline q where q.code = p.code) order by p.code");
    }

    /** The stages of all versions of all pipelines: the standard one's first, and the newest version's of each. */
    public List<Stage> stages() {
        return list(
                        "from Pipeline p order by case when p.code = ?1 then 0 else 1 end, p.code, p.version desc",
                        Pipeline.STANDARD)
                .stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .toList();
    }

    /** The newest version; 422 unless it takes deals. */
    public Pipeline requireActive(String code) {
        return newest(code)
                .filter(Pipeline::active)
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("pipeline", "opportunity.pipeline-unknown", code))));
    }

    /**
     * The pipeline that a new deal goes into: the one that is named, else that of the nearest team, else the standard one; 422 if
     * that takes none.
     */
    public Pipeline forNewDeal(String code, String team) {
        if (code != null) {
            return requireActive(code);
        }
        return current().stream()
                .filter(pipeline -> pipeline.team() != null && pipeline.isFor(team))
                .max(Comparator.comparingInt(pipeline -> pipeline.team().length()))
                .orElseGet(() -> requireActive(Pipeline.STANDARD));
    }
}
