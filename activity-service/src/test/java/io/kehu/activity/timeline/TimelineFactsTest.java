package io.kehu.activity.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.activity.Neighbours;
import io.kehu.events.CustomerEvent;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineFactsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");

    private static List<TimelineFact> facts(OpportunityEvent data) {
        return TimelineFacts.of(Neighbours.opportunity(UUID.randomUUID(), data, null, "anna", 1, NOW));
    }

    private static List<TimelineFact> facts(TicketEvent data) {
        return TimelineFacts.of(Neighbours.ticket(UUID.randomUUID(), data, null, "anna", 1, NOW));
    }

    @Test
    void tellsAStageChangeByItsCodes() {
        assertThat(facts(new OpportunityEvent.StageChanged(Neighbours.CONTACT, Neighbours.NEEDS, FIRST, null)))
                .containsExactly(
                        new TimelineFact("opportunity.stage-changed", NOW, "initial-contact", "needs-analysis"));
    }

    @Test
    void tellsNothingOfEditsAndUnknownEvents() {
        assertThat(facts(new OpportunityEvent.Updated(Set.of("name")))).isEmpty();
        assertThat(facts(new OpportunityEvent.Deleted())).isEmpty();
        var unknown = new CustomerEvent.Unknown("customer.blessed");
        assertThat(TimelineFacts.of(Neighbours.customer(UUID.randomUUID(), unknown, "anna", 2, NOW)))
                .isEmpty();
    }

    @Test
    void tellsTheStagesOfAnImportedDealAtTheirOwnTimes() {
        var entries = List.of(
                new OpportunityEvent.StageEntry(Neighbours.NEEDS, FIRST),
                new OpportunityEvent.StageEntry(Neighbours.WON, SECOND));
        assertThat(facts(new OpportunityEvent.Imported(Neighbours.WON, entries)))
                .containsExactly(
                        new TimelineFact("opportunity.opened", FIRST, null, "needs-analysis"),
                        new TimelineFact("opportunity.won", SECOND, "needs-analysis", "won"));
        assertThat(facts(new OpportunityEvent.Imported(Neighbours.CONTACT, List.of())))
                .containsExactly(new TimelineFact("opportunity.imported", NOW, null, "initial-contact"));
    }

    @Test
    void inventsNoTimeForAnImportedTicket() {
        var updates = List.of(
                new TicketEvent.StatusUpdate(1, "NEW", "Opened", FIRST),
                new TicketEvent.StatusUpdate(2, "IN_PROGRESS", "Working", null),
                new TicketEvent.StatusUpdate(3, "CLOSED", "Done", SECOND));
        assertThat(facts(new TicketEvent.Imported(updates)))
                .containsExactly(
                        new TimelineFact("ticket.opened", FIRST, null, "NEW"),
                        new TimelineFact("ticket.status-changed", SECOND, "IN_PROGRESS", "CLOSED"));
    }
}
