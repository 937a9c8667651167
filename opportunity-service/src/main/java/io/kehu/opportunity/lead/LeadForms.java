package io.kehu.opportunity.lead;

import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The forms that there are. */
@Singleton
class LeadForms extends Settings<LeadForm, LeadFormView> {

    private final Campaigns campaigns;
    private final FormKeys keys;

    LeadForms(EntityManager entities, Campaigns campaigns, FormKeys keys) {
        super(entities, "lead-form", LeadForm.class, LeadFormView::of);
        this.campaigns = campaigns;
        this.keys = keys;
    }

    /** The form that a page sends by {@code key}; a form without an API key goes by its own. */
    @Transactional
    Optional<LeadFormView> sentBy(String key) {
        return keys.formOf(key).flatMap(this::find).or(() -> find(key).filter(view -> !keys.isThereFor(view.key())));
    }

    /** With its new API key. */
    @Transactional
    LeadFormView renewKey(String key) {
        return require(key).with(keys.issue(key));
    }

    /** With its API key if it is new. */
    @Override
    @Transactional
    public LeadFormView put(String key, LeadForm form) {
        var present = find(key);
        campaigns.requireNew(
                present.map(LeadFormView::form).map(LeadForm::campaignId).orElse(null), form.campaignId());
        var view = super.put(key, form);
        return present.isPresent() ? view : view.with(keys.issue(key));
    }
}
