package io.kehu.opportunity.lead;

import io.kehu.opportunity.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The forms that there are. */
@Singleton
class LeadForms extends Settings<LeadForm, LeadFormView> {

    LeadForms(EntityManager entities) {
        super(entities, "lead-form", LeadForm.class, LeadFormView::new);
    }
}
