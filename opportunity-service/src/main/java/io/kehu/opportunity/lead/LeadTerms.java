package io.kehu.opportunity.lead;

import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.dictionary.DictionaryEntry;
import io.kehu.platform.dictionary.DictionaryKind;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Judges what users write of a lead: that it can be answered, its campaign, and the company's own fields. */
@ApplicationScoped
class LeadTerms {

    static final String RESOURCE = "leads";

    private final Dictionaries dictionaries;
    private final CustomFieldRules rules;
    private final Campaigns campaigns;

    LeadTerms(Dictionaries dictionaries, CustomFieldRules rules, Campaigns campaigns) {
        this.dictionaries = dictionaries;
        this.rules = rules;
        this.campaigns = campaigns;
    }

    /** By which names of industries are understood; what it does not know is kept as it is written. */
    @Produces
    @Singleton
    static DictionaryKind industries() {
        return DictionaryKind.standard("industries", "行业", "Industries", "GB/T 4754-2017");
    }

    /**
     * The fields as they are kept.
     *
     * @param current the present fields, or null if the lead is new
     */
    LeadFields settle(LeadFields current, LeadFields wanted) {
        return settle(current, wanted, _ -> true);
    }

    /** The same of what comes in by a form: it cannot state the company's own fields, so that none is asked for. */
    LeadFields settleSubmitted(LeadFields wanted) {
        return settle(null, wanted, error -> !error.field().startsWith("customFields."));
    }

    private LeadFields settle(LeadFields current, LeadFields wanted, Predicate<InvalidField> counts) {
        campaigns.requireNew(current == null ? null : current.campaignId(), wanted.campaignId());
        var errors = new ArrayList<InvalidField>();
        if (wanted.phone() == null && wanted.email() == null) {
            errors.add(new InvalidField("phone", "lead.unreachable"));
        }
        var values =
                rules.settle(RESOURCE, current == null ? null : current.customFields(), wanted.customFields(), errors);
        errors.removeIf(counts.negate());
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        return wanted.with(industry(wanted.industry()), values);
    }

    private String industry(String text) {
        return text == null
                ? null
                : dictionaries
                        .of("industries")
                        .find(text)
                        .map(DictionaryEntry::code)
                        .orElse(text);
    }
}
