package io.kehu.opportunity.lead;

import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The forms that there are. */
@Singleton
class LeadForms extends Settings<LeadForm, LeadFormView> {

    private final Campaigns campaigns;

    LeadForms(EntityManager entities, Campaigns campaigns) {
        super(entities, "lead-form", LeadForm.class, LeadFormView::new);
        this.campaigns = campaigns;
    }

    @Override
    @Transactional
    public LeadFormView put(String key, LeadForm form) {
        var present =
                find(key).map(LeadFormView::form).map(LeadForm::campaignId).orElse(null);
        campaigns.requireNew(present, form.campaignId());
        return super.put(key, form);
    }
}
