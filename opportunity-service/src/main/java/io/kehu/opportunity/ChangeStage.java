package io.kehu.opportunity;

import io.kehu.opportunity.loss.LostReason;
import io.kehu.opportunity.loss.LostReasons;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Moves a deal to another stage; won and lost are stages. */
@Schema(description = "The stage 销售阶段 to move to")
public record ChangeStage(
        @Schema(description = "Code of the stage", examples = "QUOTATION") @NotBlank @Size(max = 100)
        String stage,

        @Schema(description = "Why 原因") @Size(max = 1000) String reason,

        @Schema(
                description =
                        "Why the deal was lost 丢单原因: a key of /v1/lost-reasons such as PRICE; needed for a lost stage, and only there")
        @Size(max = 50)
        String lostReason,

        @Schema(
                description =
                        "Who won it instead 竞争对手, by name; this or competitorId is needed when lost to a competitor")
        @Size(max = 200)
        String competitor,

        @Schema(description = "Who won it instead: a competitor of /v1/competitors")
        UUID competitorId) {

    ChangeStage naming(String name) {
        return new ChangeStage(stage, reason, lostReason, competitor == null ? name : competitor, competitorId);
    }

    /** The same without what {@code history} tells of the present stage already, so that it may be sent twice. */
    ChangeStage after(StageHistory history) {
        var told = !history.items().isEmpty()
                && history.items().getLast().reason() != null
                && history.items().getLast().reason().equals(reason);
        return told ? new ChangeStage(stage, null, lostReason, competitor, competitorId) : this;
    }

    /** Who won the deal, if somebody did. */
    Optional<DealCompetitor> winner() {
        return competitor == null || competitor.isBlank()
                ? Optional.empty()
                : Optional.of(DealCompetitor.of(competitorId, competitor));
    }

    /**
     * What is wrong with the account of a loss, for a stage of {@code kind}.
     *
     * @param reasons those that may be chosen, by their keys
     */
    List<InvalidField> faultsOfLoss(Stage.Kind kind, Map<String, LostReason> reasons) {
        var faults = new ArrayList<InvalidField>();
        if (kind != Stage.Kind.LOST) {
            if (lostReason != null) {
                faults.add(new InvalidField("lostReason", "opportunity.not-lost"));
            }
            if (competitor != null) {
                faults.add(
                        new InvalidField(competitorId == null ? "competitor" : "competitorId", "opportunity.not-lost"));
            }
        } else if (lostReason == null) {
            faults.add(new InvalidField("lostReason", "field.required"));
        } else if (lostReason.equals(LostReasons.NOT_RECORDED)) {
            faults.add(new InvalidField("lostReason", "opportunity.lost-reason-unrecorded"));
        } else if (!reasons.containsKey(lostReason)) {
            faults.add(new InvalidField(
                    "lostReason", "opportunity.lost-reason-unknown", lostReason, String.join(", ", reasons.keySet())));
        } else if (reasons.get(lostReason).needsCompetitor() && winner().isEmpty()) {
            faults.add(new InvalidField("competitor", "field.required"));
        }
        return faults;
    }
}
