package io.kehu.opportunity;

import static io.kehu.opportunity.pipeline.ShippedPipeline.INITIAL_CONTACT;
import static io.kehu.opportunity.pipeline.ShippedPipeline.NEEDS_ANALYSIS;
import static io.kehu.opportunity.pipeline.ShippedPipeline.QUOTATION;
import static io.kehu.opportunity.pipeline.ShippedPipeline.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.kehu.events.Event;
import io.kehu.events.EventMetadata;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.OpportunityState;
import io.kehu.events.Origin;
import io.kehu.opportunity.pipeline.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StageHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant FRIDAY = TUESDAY.plusSeconds(3 * 86_400);

    private int version;

    private Event event(OpportunityEvent data, Stage stage, Instant enteredAt, Instant recordedAt) {
        version++;
        var metadata = new EventMetadata(
                UUID.randomUUID(),
                "opportunity.x",
                UUID.randomUUID(),
                version,
                "user" + version,
                Origin.API,
                null,
                recordedAt,
                recordedAt,
                false);
        var state = new OpportunityState(
                UUID.randomUUID(),
                "O1",
                "Laptops",
                "anna",
                null,
                List.of(),
                null,
                stage.state(),
                enteredAt,
                null,
                "STATED",
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                false,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return new Event(metadata, data, state);
    }

    private static OpportunityEvent moved(Stage from, Stage to) {
        return new OpportunityEvent.StageChanged(from.state(), to.state(), null, "because");
    }

    @Test
    void measuresEveryStay() {
        var history = StageHistory.of(List.of(
                event(new OpportunityEvent.Opened(INITIAL_CONTACT.state()), INITIAL_CONTACT, MONDAY, MONDAY),
                event(moved(INITIAL_CONTACT, QUOTATION), QUOTATION, TUESDAY, TUESDAY),
                event(moved(QUOTATION, INITIAL_CONTACT), INITIAL_CONTACT, FRIDAY, FRIDAY)));
        assertThat(history.items())
                .extracting(
                        visit -> visit.stage().code(),
                        StageVisit::enteredAt,
                        StageVisit::leftAt,
                        StageVisit::seconds,
                        StageVisit::actor,
                        StageVisit::reason)
                .containsExactly(
                        tuple("INITIAL_CONTACT", MONDAY, TUESDAY, 86_400L, "user1", null),
                        tuple("QUOTATION", TUESDAY, FRIDAY, 3 * 86_400L, "user2", "because"),
                        tuple("INITIAL_CONTACT", FRIDAY, null, null, "user3", "because"));
    }

    @Test
    void leavesUnknownTimesUnknown() {
        var imported = new OpportunityEvent.Imported(NEEDS_ANALYSIS.state(), List.of());
        var history = StageHistory.of(List.of(
                event(imported, NEEDS_ANALYSIS, null, TUESDAY),
                event(moved(NEEDS_ANALYSIS, QUOTATION), QUOTATION, FRIDAY, FRIDAY)));
        assertThat(history.items())
                .extracting(
                        visit -> visit.stage().code(), StageVisit::enteredAt, StageVisit::leftAt, StageVisit::seconds)
                .containsExactly(tuple("NEEDS_ANALYSIS", null, FRIDAY, null), tuple("QUOTATION", FRIDAY, null, null));
        assertThat(history.entries()).containsExactly(new StageEntry(QUOTATION.state(), FRIDAY));
    }

    @Test
    void fillsInTimesThatAreLearnedLater() {
        var first = new OpportunityEvent.Imported(WON.state(), List.of(new StageEntry(WON.state(), FRIDAY)));
        var second =
                new OpportunityEvent.Imported(WON.state(), List.of(new StageEntry(NEEDS_ANALYSIS.state(), MONDAY)));
        var later = FRIDAY.plusSeconds(86_400);
        var history = StageHistory.of(
                List.of(event(first, WON, FRIDAY, later), event(second, WON, FRIDAY, later.plusSeconds(1))));
        assertThat(history.items())
                .extracting(visit -> visit.stage().code(), StageVisit::enteredAt, StageVisit::leftAt)
                .containsExactly(tuple("NEEDS_ANALYSIS", MONDAY, FRIDAY), tuple("WON", FRIDAY, null));
    }

    @Test
    void givesAStageItsTimeOnceItIsKnown() {
        var first = new OpportunityEvent.Imported(NEEDS_ANALYSIS.state(), List.of());
        var second = new OpportunityEvent.Imported(
                NEEDS_ANALYSIS.state(), List.of(new StageEntry(NEEDS_ANALYSIS.state(), MONDAY)));
        var history = StageHistory.of(
                List.of(event(first, NEEDS_ANALYSIS, null, FRIDAY), event(second, NEEDS_ANALYSIS, MONDAY, FRIDAY)));
        assertThat(history.items()).hasSize(1);
        assertThat(history.items().getFirst().enteredAt()).isEqualTo(MONDAY);
    }
}
