package io.kehu.opportunity;

import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What other features of this service may ask of opportunities. */
@ApplicationScoped
public class Opportunities {

    public static final String RESOURCE = "opportunities";

    private final PipelineRepository pipelines;
    private final Numbers numbers;
    private final CustomFieldRules customFields;

    Opportunities(PipelineRepository pipelines, Numbers numbers, CustomFieldRules customFields) {
        this.pipelines = pipelines;
        this.numbers = numbers;
        this.customFields = customFields;
    }

    /** A deal in the first stage, for the caller to record. */
    public Change opened(String owner, String team, NewDeal deal) {
        var opportunity = opportunity(numbers.next(Opportunity.NUMBER_PREFIX), owner, team, deal);
        return new Change(opportunity, opportunity.opened(), opportunity.openedAt(), false);
    }

    /** Fails with 422 if the deal lacks what its first stage or the company requires. */
    public void requireComplete(String owner, String team, NewDeal deal) {
        opportunity(null, owner, team, deal);
    }

    private Opportunity opportunity(String number, String owner, String team, NewDeal deal) {
        var fields = new OpportunityFields(
                deal.name(),
                deal.customerId(),
                null,
                deal.amount(),
                AmountSource.STATED,
                deal.expectedCloseDate(),
                null,
                deal.source(),
                null,
                null,
                List.of(),
                null,
                deal.campaignId(),
                deal.contactId() == null
                        ? List.of()
                        : List.of(new DealContact(deal.contactId(), DealContact.Role.INFLUENCER)),
                List.of(),
                List.of(),
                null,
                null,
                null,
                customFields.settled(RESOURCE, null, deal.customFields()));
        return new Opportunity(
                number, owner, team, pipelines.forNewDeal(null, team).first(), fields);
    }
}
