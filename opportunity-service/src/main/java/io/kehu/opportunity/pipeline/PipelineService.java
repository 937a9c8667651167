package io.kehu.opportunity.pipeline;

import io.kehu.platform.access.Caller;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

@ApplicationScoped
class PipelineService {

    private final PipelineRepository pipelines;
    private final EntityManager entities;
    private final Statements statements;

    PipelineService(PipelineRepository pipelines, EntityManager entities, Statements statements) {
        this.pipelines = pipelines;
        this.entities = entities;
        this.statements = statements;
    }

    /** Another version, unless it says the same as the newest; the lock lets two writers not both make the same one. */
    @Transactional
    PipelineView put(String code, PipelineFields fields) {
        fields.check();
        statements.lock("pipeline");
        var newest = pipelines.newest(code).orElse(null);
        if (newest != null && newest.says(fields)) {
            return newest.view();
        }
        var next = Pipeline.next(code, newest, fields, Caller.current().username());
        pipelines.persist(next);
        next.stages().forEach(entities::persist);
        return next.view();
    }
}
