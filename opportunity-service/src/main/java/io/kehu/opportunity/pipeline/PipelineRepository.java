package io.kehu.opportunity.pipeline;

import io.kehu.platform.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The pipelines there are; whoever may read opportunities sees all of them. */
@ApplicationScoped
public class PipelineRepository implements PanacheRepositoryBase<Pipeline, String> {

    PipelineRepository() {}

    /** The pipeline that new deals go into. */
    public Pipeline standard() {
        return require(Pipeline.STANDARD);
    }

    public Pipeline require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("pipeline", code));
    }
}
