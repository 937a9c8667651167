package io.kehu.servicedesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a ticket, when opening as when changing. */
@Schema(description = "The editable fields of a ticket 服务请求")
public record TicketFields(
        @Schema(description = "Subject 主题", examples = "打印机无法联网") @NotBlank @Size(max = 300)
        String subject,

        @Schema(description = "Description 问题描述") @Size(max = 20_000)
        String description,

        @Schema(
                description = "Type 请求类型, of ticket-types; needed unless the ticket is imported past",
                examples = "REPAIR")
        String type,

        @Schema(description = "Category 分类") @Size(max = 100)
        String category,

        @Schema(description = "Channel 来源渠道", examples = "PHONE") @Size(max = 50)
        String channel,

        @Schema(description = "Impact 影响范围") Level impact,
        @Schema(description = "Urgency 紧急程度") Level urgency,

        @Schema(description = "Priority 优先级; follows from impact and urgency when left out")
        Priority priority,

        @Schema(description = "The customer 客户; needed unless the ticket is imported past")
        UUID customerId,

        @Schema(description = "The contact 联系人") UUID contactId,

        @Schema(description = "The contract 合同 that entitles to the service")
        UUID contractId,

        @Schema(description = "The product 产品") UUID productId,

        @Schema(description = "Who asked 请求人, where that is no known contact") @Size(max = 200)
        String reporter,

        @Schema(description = "Root cause 根本原因") @Size(max = 200)
        String rootCause,

        @Schema(description = "When it was asked 请求日期; now when left out") @PastOrPresent
        Instant openedAt) {

    /** The same, of this priority. */
    public TicketFields ofPriority(Priority newPriority) {
        return new TicketFields(
                subject,
                description,
                type,
                category,
                channel,
                impact,
                urgency,
                newPriority,
                customerId,
                contactId,
                contractId,
                productId,
                reporter,
                rootCause,
                openedAt);
    }

    /** The same, of this type. */
    public TicketFields ofType(String newType) {
        return new TicketFields(
                subject,
                description,
                newType,
                category,
                channel,
                impact,
                urgency,
                priority,
                customerId,
                contactId,
                contractId,
                productId,
                reporter,
                rootCause,
                openedAt);
    }

    /** The same, of this customer. */
    public TicketFields ofCustomer(UUID newCustomerId) {
        return new TicketFields(
                subject,
                description,
                type,
                category,
                channel,
                impact,
                urgency,
                priority,
                newCustomerId,
                contactId,
                contractId,
                productId,
                reporter,
                rootCause,
                openedAt);
    }
}
