package io.kehu.reporting;

import io.kehu.events.Event;
import io.kehu.events.LeadEvent;
import io.kehu.events.LeadState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A lead's life as opportunity-service would tell it; what happens to it is collected until it is sent. */
final class LeadStory {

    private final UUID id = UUID.randomUUID();
    private final List<Event> events = new ArrayList<>();
    private String owner = "anna";
    private String team = "/central/dustin";
    private String source = "FAIR";
    private UUID campaign;
    private String status;
    private Instant since;
    private String reason;
    private UUID customerId;
    private UUID opportunityId;
    private boolean deleted;

    LeadStory of(String newOwner, String newTeam) {
        owner = newOwner;
        team = newTeam;
        return this;
    }

    LeadStory from(String newSource, UUID newCampaign) {
        source = newSource;
        campaign = newCampaign;
        return this;
    }

    LeadStory created(String date) {
        stand("NEW", date);
        return happened(new LeadEvent.Created(List.of(), null));
    }

    LeadStory assigned(String date) {
        stand("ASSIGNED", date);
        return happened(new LeadEvent.Assigned(null, owner, null, team, null));
    }

    LeadStory moved(String to, String date) {
        var from = status;
        stand(to, date);
        return happened(new LeadEvent.StatusChanged(from, to, null));
    }

    LeadStory disqualified(String why, String date) {
        var from = status;
        stand("DISQUALIFIED", date);
        reason = why;
        return happened(new LeadEvent.Disqualified(from, why, null));
    }

    LeadStory converted(UUID customer, Deal deal, String date) {
        stand("CONVERTED", date);
        customerId = customer;
        opportunityId = deal == null ? null : deal.id();
        return happened(new LeadEvent.Converted(customer, null, opportunityId));
    }

    LeadStory updated() {
        return happened(new LeadEvent.Updated(Set.of("score")));
    }

    LeadStory given(String newOwner, String newTeam, String date) {
        var event = new LeadEvent.Assigned(owner, newOwner, team, newTeam, null);
        return of(newOwner, newTeam).happened(event, Deal.day(date));
    }

    LeadStory deleted() {
        return deleted(since);
    }

    LeadStory deleted(String date) {
        return deleted(Deal.day(date));
    }

    private LeadStory deleted(Instant at) {
        deleted = true;
        return happened(new LeadEvent.Deleted(), at);
    }

    private void stand(String next, String date) {
        status = next;
        since = Deal.day(date);
    }

    private LeadStory happened(LeadEvent event) {
        return happened(event, since);
    }

    private LeadStory happened(LeadEvent event, Instant at) {
        events.add(EventStream.event(event, state(), events.size() + 1, at, false));
        return this;
    }

    private LeadState state() {
        return StateBuilder.of(LeadState.class)
                .with("id", id)
                .with("number", "L" + id)
                .with("owner", owner)
                .with("team", team)
                .with("source", source)
                .with("campaignId", campaign)
                .with("status", status)
                .with("statusSince", since)
                .with("disqualifiedReason", reason)
                .with("convertedCustomerId", customerId)
                .with("convertedOpportunityId", opportunityId)
                .with("convertedAt", customerId == null ? null : since)
                .with("deleted", deleted)
                .build();
    }

    List<Event> events() {
        return events;
    }
}
