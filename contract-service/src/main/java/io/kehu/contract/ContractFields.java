package io.kehu.contract;

import io.kehu.events.Money;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a contract, when drafting as when changing. */
@Schema(description = "The editable fields of a contract 合同")
public record ContractFields(
        @Schema(description = "Name 合同名称", examples = "2026 年度服务合同") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "The customer 客户") @NotNull UUID customerId,

        @Schema(description = "The opportunity 商机 that it comes from")
        UUID opportunityId,

        @Schema(description = "Amount 合同金额; the sum of the lines when left out") @ValidMoney
        Money amount,

        @Schema(description = "First day 开始日期") LocalDate startsOn,
        @Schema(description = "Last day 结束日期") LocalDate endsOn,

        @Schema(description = "Lines 合同明细, all in one currency") @Size(max = 500)
        List<@Valid ContractLine> lines,

        @Schema(description = "Payment terms 付款条件") @Size(max = 5000)
        String paymentTerms) {

    public ContractFields {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The same, of this customer. */
    ContractFields ofCustomer(UUID newCustomerId) {
        return new ContractFields(name, newCustomerId, opportunityId, amount, startsOn, endsOn, lines, paymentTerms);
    }

    ContractFields with(List<ContractLine> otherLines) {
        return new ContractFields(name, customerId, opportunityId, amount, startsOn, endsOn, otherLines, paymentTerms);
    }
}
