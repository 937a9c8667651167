package io.kehu.servicedesk.questionnaire;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.servicedesk.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a questionnaire is sent by itself; all that is stated must hold. */
@Schema(
        name = "SurveyTrigger",
        description = "When a questionnaire is sent 触发条件; every case where something is left out")
public record Trigger(
        @Schema(
                description =
                        "TICKET_CLOSED 服务请求关闭, CONTRACT_SIGNED 合同签订, SCHEDULE 定期, or MANUAL 手动, which is only sent"
                                + " by hand; the others may be too",
                examples = "TICKET_CLOSED")
        @NotNull
        Occasion occasion,

        @Schema(description = "Types of tickets 请求类型; only with TICKET_CLOSED", examples = "[\"REPAIR\"]")
        @Size(max = 20)
        Set<@NotNull String> ticketTypes,

        @Schema(description = "Priorities of tickets 优先级; only with TICKET_CLOSED") @Size(max = 20)
        Set<@NotNull Priority> priorities,

        @Schema(description = "Levels of the customer 客户级别", examples = "[\"A\"]") @Size(max = 20)
        Set<@NotBlank @Size(max = 50) String> customerLevels,

        @Schema(
                description =
                        "With SCHEDULE: each customer that somebody owns, so many days after it was last asked 间隔天数",
                examples = "90")
        @Min(1)
        @Max(3650)
        Integer everyDays,

        @Schema(
                description =
                        "With SCHEDULE: each customer that somebody owns, on this day of each month 每月几号; the last one of"
                                + " a shorter month",
                examples = "15")
        @Min(1)
        @Max(31)
        Integer dayOfMonth) {

    public Trigger {
        ticketTypes = ticketTypes == null ? Set.of() : Set.copyOf(ticketTypes);
        priorities = priorities == null ? Set.of() : Set.copyOf(priorities);
        customerLevels = customerLevels == null ? Set.of() : Set.copyOf(customerLevels);
    }

    /**
     * Whether it is for {@code wanted}.
     *
     * @param level of the customer, null if unknown
     */
    public boolean fits(Occasion wanted, String ticketType, String priority, String level) {
        return occasion == wanted
                && (ticketTypes.isEmpty() || ticketType != null && ticketTypes.contains(ticketType))
                && (priorities.isEmpty() || priority != null && priorities.contains(Priority.valueOf(priority)))
                && (customerLevels.isEmpty() || level != null && customerLevels.contains(level));
    }

    List<InvalidField> faults() {
        var faults = new ArrayList<InvalidField>();
        judge("ticketTypes", !ticketTypes.isEmpty(), Occasion.TICKET_CLOSED, faults);
        judge("priorities", !priorities.isEmpty(), Occasion.TICKET_CLOSED, faults);
        judge("everyDays", everyDays != null, Occasion.SCHEDULE, faults);
        judge("dayOfMonth", dayOfMonth != null, Occasion.SCHEDULE, faults);
        if (occasion == Occasion.SCHEDULE && (everyDays == null) == (dayOfMonth == null)) {
            faults.add(new InvalidField("trigger.everyDays", "questionnaire.schedule"));
        }
        return faults;
    }

    private void judge(String field, boolean stated, Occasion only, List<InvalidField> faults) {
        if (stated && occasion != only) {
            faults.add(new InvalidField("trigger." + field, "questionnaire.unfitting", only));
        }
    }
}
