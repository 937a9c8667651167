package io.kehu.opportunity.pipeline;

import io.kehu.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

@ApplicationScoped
class PipelineService {

    private final PipelineRepository pipelines;
    private final EntityManager entities;

    PipelineService(PipelineRepository pipelines, EntityManager entities) {
        this.pipelines = pipelines;
        this.entities = entities;
    }

    /** Another version, unless it says the same as the newest; the lock lets two writers not both make the same one. */
    @Transactional
    PipelineView put(String code, PipelineFields fields) {
        fields.check();
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('pipeline'))", Object.class)
                .getSingleResult();
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
