package io.kehu.servicedesk.sla;

import io.kehu.events.TicketState;
import io.kehu.servicedesk.Priority;
import io.kehu.servicedesk.TicketStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is promised to which tickets; the first policy that fits a new ticket counts for it from then on. */
@Schema(description = "A service level policy 服务级别策略")
public record SlaPolicy(
        @Schema(description = "Name 名称", examples = "Standard support") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Policies are tried in this order 优先级", examples = "100") @Min(0) @Max(10_000)
        int position,

        @Schema(description = "Whether new tickets are tried on it 启用; true when left out")
        Boolean active,

        @Schema(description = "Which tickets it is for 适用条件; every one when left out") @Valid
        SlaCondition condition,

        @Schema(description = "Key of the calendar 工作日历 that counts the minutes", examples = "CN")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
        String calendar,

        @Schema(description = "What is promised 服务承诺; the first that fits the priority counts")
        @NotEmpty
        @Size(max = 20)
        List<@NotNull @Valid SlaTarget> targets,

        @Schema(
                description = "Statuses in which the clocks stand still 暂停计时的状态; those of waiting for the customer or"
                        + " for others when left out")
        Set<@NotNull TicketStatus> pausing,

        @Schema(description = "Warnings 预警, in percent of the time; 50 and 80 when left out", examples = "[50,80]")
        @Size(max = 10)
        Set<@NotNull @Min(1) @Max(99) Integer> warnings) {

    private static final Set<TicketStatus> WAITING =
            EnumSet.of(TicketStatus.WAITING_CUSTOMER, TicketStatus.WAITING_THIRD_PARTY);
    private static final Set<Integer> HALF_AND_MOST = Set.of(50, 80);

    public SlaPolicy {
        condition = condition == null ? SlaCondition.none() : condition;
        targets = targets == null ? null : List.copyOf(targets);
        pausing = pausing == null ? Set.copyOf(WAITING) : Set.copyOf(pausing);
        warnings = warnings == null ? HALF_AND_MOST : Set.copyOf(warnings);
    }

    boolean isFor(TicketState ticket, String customerLevel) {
        return Objects.requireNonNullElse(active, true) && condition.holds(ticket, customerLevel);
    }

    /** Working minutes within which {@code kind} is promised to tickets of {@code priority}; empty if it is not. */
    Optional<Integer> minutes(SlaKind kind, Priority priority) {
        return targets.stream()
                .filter(target -> target.fits(priority))
                .findFirst()
                .flatMap(target -> target.minutes(kind));
    }

    boolean pausesIn(TicketStatus status) {
        return pausing.contains(status);
    }
}
