package io.kehu.reporting;

import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An opportunity's life as opportunity-service would tell it; what happens to it is collected until it is sent. */
final class Deal {

    static final StageState CONTACT = stage("initial-contact", "初步接触", 1, "OPEN", 10);
    static final StageState NEEDS = stage("needs-analysis", "需求分析", 2, "OPEN", 30);
    static final StageState DEMO = stage("solution-demo", "方案演示", 3, "OPEN", 50);
    static final StageState WON = stage("won", "成交", 6, "WON", 100);
    static final StageState LOST = stage("lost", "失败", 7, "LOST", 0);

    private final UUID id = UUID.randomUUID();
    private final List<Event> events = new ArrayList<>();
    private String owner = "anna";
    private String team = "/central/dustin";
    private UUID customerId;
    private OpportunityState.Line line;
    private StageState stage;
    private Instant enteredAt;
    private Money amount;
    private LocalDate expectedClose;
    private Instant openedAt;
    private Instant closedAt;
    private String lostReason;
    private boolean deleted;
    private int pipelineVersion = 1;

    private static StageState stage(String code, String name, int order, String kind, int probability) {
        return new StageState("standard", code, name, order, kind, probability);
    }

    /** Nine in the morning in Shanghai. */
    static Instant day(String date) {
        return LocalDate.parse(date)
                .atTime(9, 0)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    Deal of(String newOwner, String newTeam) {
        owner = newOwner;
        team = newTeam;
        return this;
    }

    Deal with(UUID customer, UUID productId, String product) {
        customerId = customer;
        line = new OpportunityState.Line(productId, product, BigDecimal.ONE, null, null, null);
        return this;
    }

    Deal worth(String value, String currency) {
        amount = Money.of(value, currency);
        return this;
    }

    Deal expected(String date) {
        expectedClose = LocalDate.parse(date);
        return this;
    }

    Deal opened(StageState first, String date) {
        openedAt = day(date);
        return stand(new OpportunityEvent.Opened(first), first, openedAt);
    }

    Deal moved(StageState to, String date) {
        return stand(new OpportunityEvent.StageChanged(stage, to, enteredAt, null), to, day(date));
    }

    Deal won(String date) {
        closedAt = day(date);
        var event = new OpportunityEvent.Won(
                stage, WON, closedAt.atOffset(ZoneOffset.UTC).toLocalDate(), amount, null);
        return stand(event, WON, closedAt);
    }

    Deal lost(String date, String reason) {
        closedAt = day(date);
        lostReason = reason;
        var on = closedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        return stand(new OpportunityEvent.Lost(stage, LOST, on, reason, null, null, null), LOST, closedAt);
    }

    Deal reopened(StageState to, String date) {
        closedAt = null;
        return stand(new OpportunityEvent.Reopened(stage, to, "again"), to, day(date));
    }

    Deal repriced(String value, String currency, String date) {
        amount = Money.of(value, currency);
        return happened(new OpportunityEvent.Updated(Set.of("amount")), day(date), false);
    }

    /** In another version of its pipeline, where its stage has another place. */
    Deal goneOnIn(int version, StageState same, String date) {
        pipelineVersion = version;
        stage = same;
        return happened(new OpportunityEvent.Updated(Set.of("pipelineVersion")), day(date), false);
    }

    Deal given(String newOwner, String newTeam) {
        return given(newOwner, newTeam, Instant.now());
    }

    Deal given(String newOwner, String newTeam, String date) {
        return given(newOwner, newTeam, day(date));
    }

    private Deal given(String newOwner, String newTeam, Instant at) {
        var event = new OpportunityEvent.OwnerChanged(owner, newOwner, team, newTeam);
        return of(newOwner, newTeam).happened(event, at, false);
    }

    Deal deleted() {
        return deleted(Instant.now());
    }

    Deal deleted(String date) {
        return deleted(day(date));
    }

    private Deal deleted(Instant at) {
        deleted = true;
        return happened(new OpportunityEvent.Deleted(), at, false);
    }

    /** A past deal as a file told it; null where the file says nothing. */
    Deal imported(StageState present, Instant opened, Instant closed, StageEntry... known) {
        openedAt = opened;
        closedAt = closed;
        stage = present;
        enteredAt = null;
        var at = closed != null ? closed : opened != null ? opened : Instant.now();
        return happened(new OpportunityEvent.Imported(present, List.of(known)), at, true);
    }

    /** The import that told the last of it has been taken back. */
    Deal takenBack() {
        var before = (OpportunityState) events.get(events.size() - 2).state();
        stage = before.stage();
        enteredAt = before.stageEnteredAt();
        openedAt = before.openedAt();
        closedAt = before.closedAt();
        return happened(new OpportunityEvent.ImportReverted(events.size(), Set.of("stage")), Instant.now(), false);
    }

    private Deal stand(OpportunityEvent event, StageState next, Instant at) {
        stage = next;
        enteredAt = at;
        return happened(event, at, false);
    }

    private Deal happened(OpportunityEvent event, Instant at, boolean historical) {
        events.add(EventStream.event(event, state(), events.size() + 1, at, historical));
        return this;
    }

    private OpportunityState state() {
        return StateBuilder.of(OpportunityState.class)
                .with("id", id)
                .with("number", "O" + id)
                .with("name", "A deal")
                .with("owner", owner)
                .with("team", team)
                .with("customerId", customerId)
                .with("stage", stage)
                .with("stageEnteredAt", enteredAt)
                .with("amount", amount)
                .with("amountSource", "STATED")
                .with("expectedCloseDate", expectedClose)
                .with("openedAt", openedAt)
                .with("closedAt", closedAt)
                .with("source", "fair")
                .with("lostReason", lostReason)
                .with("lines", line == null ? List.of() : List.of(line))
                .with("deleted", deleted)
                .with("pipelineVersion", pipelineVersion)
                .build();
    }

    UUID id() {
        return id;
    }

    List<Event> events() {
        return events;
    }
}
