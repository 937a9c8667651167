package io.kehu.opportunity;

import io.kehu.opportunity.pipeline.Stage;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** Where a deal stands on its way, and since when. */
@MappedSuperclass
abstract class StagedDeal extends WatchedDeal {

    @ManyToOne
    private Stage stage;

    private Instant stageEnteredAt;
    private Instant closedAt;

    private String lostReason;

    protected StagedDeal() {}

    protected StagedDeal(String number, String owner, String team) {
        super(number, owner, team);
    }

    /**
     * @param at     when the stage was entered, or null if nobody knows
     * @param closed null while the deal is open, and where nobody knows
     */
    final void stand(Stage newStage, Instant at, Instant closed, String reason) {
        stage = newStage;
        stageEnteredAt = at;
        closedAt = closed;
        lostReason = reason;
    }

    public final Stage stage() {
        return stage;
    }

    final Instant stageEnteredAt() {
        return stageEnteredAt;
    }

    public final Instant closedAt() {
        return closedAt;
    }

    public final String lostReason() {
        return lostReason;
    }
}
