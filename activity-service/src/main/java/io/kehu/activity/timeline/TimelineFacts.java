package io.kehu.activity.timeline;

import io.kehu.events.ActivityEvent;
import io.kehu.events.CampaignEvent;
import io.kehu.events.CampaignMemberEvent;
import io.kehu.events.CompetitorEvent;
import io.kehu.events.ContactEvent;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.CustomerEvent;
import io.kehu.events.Event;
import io.kehu.events.ImprovementEvent;
import io.kehu.events.LeadEvent;
import io.kehu.events.LostReasonEvent;
import io.kehu.events.MarketResearchEvent;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.ProductEvent;
import io.kehu.events.SlaEvent;
import io.kehu.events.StageState;
import io.kehu.events.SurveyEvent;
import io.kehu.events.TargetEvent;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketEvent.StatusUpdate;
import io.kehu.events.VisitEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What each event tells on a timeline: edits of fields and what has been deleted tell nothing. */
final class TimelineFacts {

    private TimelineFacts() {}

    static List<TimelineFact> of(Event event) {
        return switch (event.data()) {
            case CustomerEvent customer -> of(event, customer);
            case ContactEvent contact -> of(event, contact);
            case OpportunityEvent opportunity -> of(event, opportunity);
            case TicketEvent ticket -> of(event, ticket);
            case SurveyEvent survey -> of(event, survey);
            case ContractEvent contract -> of(event, contract, (ContractState) event.state());
            case LeadEvent _,
                    CompetitorEvent _,
                    CampaignEvent _,
                    CampaignMemberEvent _,
                    MarketResearchEvent _,
                    TargetEvent _,
                    LostReasonEvent _,
                    ProductEvent _,
                    ActivityEvent _,
                    SlaEvent _,
                    ImprovementEvent _,
                    VisitEvent _ -> List.of();
        };
    }

    private static List<TimelineFact> of(Event event, CustomerEvent data) {
        return switch (data) {
            case CustomerEvent.Created _ -> one(event, null, null);
            case CustomerEvent.OwnerChanged change -> handedOver(event, change.previousOwner(), change.owner());
            case CustomerEvent.Pooled pooled -> one(event, pooled.previousOwner(), null);
            case CustomerEvent.Claimed claimed -> one(event, null, claimed.owner());
            case CustomerEvent.LifecycleChanged change -> one(event, change.from(), change.to());
            case CustomerEvent.ParentChanged change -> one(event, change.previousParentId(), change.parentId());
            case CustomerEvent.Merged merge -> one(event, null, merge.survivorId());
            case CustomerEvent.Unmerged merge -> one(event, merge.survivorId(), null);
            case CustomerEvent.Updated _,
                    CustomerEvent.Deleted _,
                    CustomerEvent.Erased _,
                    CustomerEvent.Restored _,
                    CustomerEvent.Unknown _ -> List.of();
        };
    }

    private static List<TimelineFact> of(Event event, ContactEvent data) {
        return switch (data) {
            case ContactEvent.Created _ -> one(event, null, null);
            case ContactEvent.Updated _,
                    ContactEvent.Deleted _,
                    ContactEvent.Restored _,
                    ContactEvent.Erased _,
                    ContactEvent.OwnerChanged _,
                    ContactEvent.Unknown _ -> List.of();
        };
    }

    private static List<TimelineFact> of(Event event, OpportunityEvent data) {
        return switch (data) {
            case OpportunityEvent.Opened opened -> one(event, null, code(opened.stage()));
            case OpportunityEvent.StageChanged change -> one(event, code(change.from()), code(change.to()));
            case OpportunityEvent.Won won -> one(event, code(won.from()), code(won.to()));
            case OpportunityEvent.Lost lost -> one(event, code(lost.from()), code(lost.to()));
            case OpportunityEvent.Reopened reopened -> one(event, code(reopened.from()), code(reopened.to()));
            case OpportunityEvent.OwnerChanged change -> handedOver(event, change.previousOwner(), change.owner());
            case OpportunityEvent.Imported imported -> past(event, imported);
            case OpportunityEvent.Updated _,
                    OpportunityEvent.ImportReverted _,
                    OpportunityEvent.Deleted _,
                    OpportunityEvent.Restored _,
                    OpportunityEvent.Idle _,
                    OpportunityEvent.Unknown _ -> List.of();
        };
    }

    private static List<TimelineFact> of(Event event, TicketEvent data) {
        return switch (data) {
            case TicketEvent.Opened _ -> one(event, null, "NEW");
            case TicketEvent.Assigned change -> one(event, change.previousAssignee(), change.assignee());
            case TicketEvent.StatusChanged change -> one(event, change.from(), change.to());
            case TicketEvent.Resolved resolved -> one(event, resolved.from(), "RESOLVED");
            case TicketEvent.Closed closed -> one(event, closed.from(), "CLOSED");
            case TicketEvent.Reopened reopened -> one(event, reopened.from(), "REOPENED");
            case TicketEvent.Imported imported -> past(event, imported);
            case TicketEvent.MessageAdded message ->
                message.from() == null
                        ? List.of()
                        : List.of(new TimelineFact(
                                "ticket.status-changed", event.metadata().occurredAt(), message.from(), message.to()));
            case TicketEvent.FirstResponded _,
                    TicketEvent.Updated _,
                    TicketEvent.Linked _,
                    TicketEvent.Unlinked _,
                    TicketEvent.Deleted _,
                    TicketEvent.Restored _,
                    TicketEvent.OwnerChanged _,
                    TicketEvent.Unknown _ -> List.of();
        };
    }

    private static List<TimelineFact> of(Event event, SurveyEvent data) {
        return switch (data) {
            case SurveyEvent.Sent _ -> one(event, null, null);
            case SurveyEvent.Answered answered -> one(event, null, answered.score());
            case SurveyEvent.Scheduled _,
                    SurveyEvent.Withheld _,
                    SurveyEvent.Invited _,
                    SurveyEvent.Reminded _,
                    SurveyEvent.Detractor _,
                    SurveyEvent.Expired _,
                    SurveyEvent.Updated _,
                    SurveyEvent.Deleted _,
                    SurveyEvent.Restored _,
                    SurveyEvent.OwnerChanged _,
                    SurveyEvent.CustomerChanged _,
                    SurveyEvent.Unknown _ -> List.of();
        };
    }

    private static List<TimelineFact> of(Event event, ContractEvent data, ContractState state) {
        return switch (data) {
            case ContractEvent.Drafted _ -> one(event, null, state.status());
            case ContractEvent.Submitted _,
                    ContractEvent.Withdrawn _,
                    ContractEvent.Approved _,
                    ContractEvent.Rejected _ -> one(event, null, state.approval());
            case ContractEvent.Signed _,
                    ContractEvent.Started _,
                    ContractEvent.Completed _,
                    ContractEvent.Terminated _,
                    ContractEvent.Voided _ -> one(event, null, state.status());
            case ContractEvent.Updated _,
                    ContractEvent.Deleted _,
                    ContractEvent.Restored _,
                    ContractEvent.OwnerChanged _,
                    ContractEvent.Unknown _ -> List.of();
        };
    }

    /** A record that stays with its owner and only follows him to another team is no news of the customer. */
    private static List<TimelineFact> handedOver(Event event, String from, String to) {
        return Objects.equals(from, to) ? List.of() : one(event, from, to);
    }

    private static List<TimelineFact> one(Event event, Object from, Object to) {
        return List.of(TimelineFact.of(event, from, to));
    }

    /** The stages at the times that were known; without any, that the deal came in. */
    private static List<TimelineFact> past(Event event, OpportunityEvent.Imported imported) {
        var facts = new ArrayList<TimelineFact>();
        StageState previous = null;
        for (StageEntry entry : imported.stages()) {
            var type = previous == null ? "opportunity.opened" : moved(entry.stage());
            facts.add(new TimelineFact(type, entry.enteredAt(), code(previous), code(entry.stage())));
            previous = entry.stage();
        }
        return facts.isEmpty() ? one(event, null, code(imported.stage())) : facts;
    }

    private static String moved(StageState stage) {
        return switch (stage.kind()) {
            case "WON" -> "opportunity.won";
            case "LOST" -> "opportunity.lost";
            default -> "opportunity.stage-changed";
        };
    }

    /** The status updates whose time is known; without any, that the ticket came in. */
    private static List<TimelineFact> past(Event event, TicketEvent.Imported imported) {
        var facts = new ArrayList<TimelineFact>();
        String previous = null;
        for (StatusUpdate update : imported.updates()) {
            if (update.at() != null) {
                var type = previous == null ? "ticket.opened" : "ticket.status-changed";
                facts.add(new TimelineFact(type, update.at(), previous, update.status()));
            }
            previous = update.status();
        }
        return facts.isEmpty() ? one(event, null, previous) : facts;
    }

    private static String code(StageState stage) {
        return stage == null ? null : stage.code();
    }
}
