package io.kehu.servicedesk.sla;

import io.kehu.events.TicketState;
import io.kehu.servicedesk.Priority;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tickets a policy is for; all that is stated must hold. */
@Schema(description = "Which tickets a policy is for 适用条件; every one where something is left out")
public record SlaCondition(
        @Schema(description = "Types 请求类型", examples = "[\"REPAIR\"]")
        Set<@NotNull String> types,

        @Schema(description = "Priorities 优先级") Set<@NotNull Priority> priorities,

        @Schema(description = "Channels 来源渠道", examples = "[\"PHONE\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> channels,

        @Schema(description = "Categories 分类") @Size(max = 100)
        Set<@NotBlank @Size(max = 100) String> categories,

        @Schema(description = "Levels of the customer 客户级别", examples = "[\"A\"]") @Size(max = 20)
        Set<@NotBlank @Size(max = 50) String> customerLevels,

        @Schema(description = "Contracts 合同 that promise it") @Size(max = 1000)
        Set<@NotNull UUID> contracts,

        @Schema(description = "Whether a contract in force entitles to the service 合同有效")
        Boolean entitled) {

    public SlaCondition {
        types = types == null ? Set.of() : Set.copyOf(types);
        priorities = priorities == null ? Set.of() : Set.copyOf(priorities);
        channels = channels == null ? Set.of() : Set.copyOf(channels);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        customerLevels = customerLevels == null ? Set.of() : Set.copyOf(customerLevels);
        contracts = contracts == null ? Set.of() : Set.copyOf(contracts);
    }

    static SlaCondition none() {
        return new SlaCondition(null, null, null, null, null, null, null);
    }

    boolean holds(TicketState ticket, String customerLevel) {
        return in(types, ticket.type())
                && (priorities.isEmpty() || priorities.contains(Priority.valueOf(ticket.priority())))
                && in(channels, ticket.channel())
                && in(categories, ticket.category())
                && in(customerLevels, customerLevel)
                && in(contracts, ticket.contractId())
                && (entitled == null || entitled == "ENTITLED".equals(ticket.entitlement()));
    }

    private static <T> boolean in(Set<T> wanted, T value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }
}
