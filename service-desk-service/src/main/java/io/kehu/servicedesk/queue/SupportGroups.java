package io.kehu.servicedesk.queue;

import io.kehu.platform.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The groups that are defined; tickets may name others too, whose members take them by hand. */
@Singleton
class SupportGroups extends Settings<SupportGroup, SupportGroupView> {

    SupportGroups(EntityManager entities) {
        super(entities, "support-group", SupportGroup.class, SupportGroupView::new);
    }
}
