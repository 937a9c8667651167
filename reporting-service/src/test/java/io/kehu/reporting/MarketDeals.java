package io.kehu.reporting;

import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Deals as reports on campaigns, competitors and targets need them: as they stand, without their way there. */
final class MarketDeals {

    private MarketDeals() {}

    static StateBuilder<OpportunityState> of(String owner, String team) {
        return StateBuilder.of(OpportunityState.class)
                .with("id", UUID.randomUUID())
                .with("number", "O1")
                .with("name", "A deal")
                .with("owner", owner)
                .with("team", team)
                .with("stage", Deal.NEEDS)
                .with("stageEnteredAt", Deal.day("2026-01-01"))
                .with("openedAt", Deal.day("2026-01-01"))
                .with("amountSource", "STATED")
                .with("lines", List.of());
    }

    static Event open(StateBuilder<OpportunityState> deal) {
        return EventStream.event(new OpportunityEvent.Opened(Deal.NEEDS), deal.build(), 1);
    }

    static Event won(StateBuilder<OpportunityState> deal, String amount, String date) {
        return won(deal, Money.of(amount, "CNY"), date);
    }

    static Event won(StateBuilder<OpportunityState> deal, Money money, String date) {
        var state = deal.with("stage", Deal.WON)
                .with("amount", money)
                .with("closedAt", Deal.day(date))
                .build();
        var event = new OpportunityEvent.Won(Deal.NEEDS, Deal.WON, LocalDate.parse(date), money, null);
        return EventStream.event(event, state, 1, Deal.day(date), false);
    }

    static Event lost(StateBuilder<OpportunityState> deal, String amount, String date) {
        var state = deal.with("stage", Deal.LOST)
                .with("amount", Money.of(amount, "CNY"))
                .with("closedAt", Deal.day(date))
                .with("lostReason", "PRICE")
                .build();
        var event = new OpportunityEvent.Lost(Deal.NEEDS, Deal.LOST, LocalDate.parse(date), "PRICE", null, null, null);
        return EventStream.event(event, state, 1, Deal.day(date), false);
    }
}
