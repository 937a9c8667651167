package io.kehu.activity.timeline;

import io.kehu.events.ActivityState;
import io.kehu.events.AggregateState;
import io.kehu.events.CampaignMemberState;
import io.kehu.events.CampaignState;
import io.kehu.events.CompetitorState;
import io.kehu.events.ContactState;
import io.kehu.events.ContractState;
import io.kehu.events.CustomerState;
import io.kehu.events.ImprovementState;
import io.kehu.events.LeadState;
import io.kehu.events.LostReasonState;
import io.kehu.events.MarketResearchState;
import io.kehu.events.OpportunityState;
import io.kehu.events.ProductState;
import io.kehu.events.SlaState;
import io.kehu.events.SurveyState;
import io.kehu.events.TargetState;
import io.kehu.events.TicketState;
import io.kehu.events.VisitState;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose timeline a record of another service is on.
 *
 * @param kind the record's own type, or null
 */
record TimelineRecord(String kind, UUID customerId, UUID opportunityId) {

    /** Empty for what is on no timeline, or is read from this service's own table. */
    static Optional<TimelineRecord> of(AggregateState state) {
        return switch (state) {
            case CustomerState customer -> Optional.of(new TimelineRecord(customer.type(), customer.id(), null));
            case ContactState contact -> Optional.of(new TimelineRecord(null, contact.customerId(), null));
            case OpportunityState opportunity ->
                Optional.of(new TimelineRecord(null, opportunity.customerId(), opportunity.id()));
            case TicketState ticket -> Optional.of(new TimelineRecord(ticket.type(), ticket.customerId(), null));
            case SurveyState survey -> Optional.of(new TimelineRecord(survey.kind(), survey.customerId(), null));
            case ContractState contract ->
                Optional.of(new TimelineRecord(null, contract.customerId(), contract.opportunityId()));
            case LeadState _,
                    CompetitorState _,
                    CampaignState _,
                    CampaignMemberState _,
                    MarketResearchState _,
                    TargetState _,
                    LostReasonState _,
                    ProductState _,
                    ActivityState _,
                    SlaState _,
                    ImprovementState _,
                    VisitState _ -> Optional.empty();
        };
    }
}
