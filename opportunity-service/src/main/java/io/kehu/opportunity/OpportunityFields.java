package io.kehu.opportunity;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of an opportunity, when opening as when changing. */
@Schema(description = "The editable fields of an opportunity 商机")
public record OpportunityFields(
        @Schema(description = "Name 商机名称", examples = "办公电脑采购") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "The customer 客户; needed from the stages on that say so")
        UUID customerId,

        @Schema(
                description = "Code of the stage 销售阶段 to open in, the first when left out; later PUT …/stage moves it",
                examples = "INITIAL_CONTACT")
        @Size(max = 100)
        String stage,

        @Schema(description = "Amount 预计金额; left out when the lines decide it") @ValidMoney
        Money amount,

        @Schema(description = "Whether the amount is stated, or the sum of the lines; STATED when left out")
        AmountSource amountSource,

        @Schema(description = "Expected close date 预计成交日期") LocalDate expectedCloseDate,

        @Schema(description = "When the deal was opened 开启时间; now when left out, and it stays if left out later")
        Instant openedAt,

        @Schema(description = "Source 商机来源") @Size(max = 100)
        String source,

        @Schema(description = "Next step 下一步") @Size(max = 1000)
        String nextStep,

        @Schema(description = "Description 描述") @Size(max = 5000)
        String description,

        @Schema(description = "Products 产品明细") @Size(max = 200)
        List<@NotNull @Valid OpportunityLine> lines,

        @Schema(
                description =
                        "Code of the pipeline 销售流程 to open in: that of the caller's team when left out; later PUT …/pipeline moves it",
                examples = "STANDARD")
        @Size(max = 100)
        String pipeline,

        @Schema(description = "The campaign 市场活动 that it came from")
        UUID campaignId,

        @Schema(description = "Contacts 联系人 with their parts in the deal") @Size(max = 50)
        List<@NotNull @Valid DealContact> contacts,

        @Schema(description = "Who else wants it 竞争对手") @Size(max = 20)
        List<@NotNull @Valid DealCompetitor> competitors,

        @Schema(description = "Whose work it is 业绩分配; the owner's alone when left out") @Size(max = 20)
        List<@NotNull @Valid TeamShare> split,

        @Schema(description = "Exchange rate 汇率; needed for a base amount where the currency is not the company's")
        @Valid
        ExchangeRate exchangeRate,

        @Schema(description = "A chance of winning 赢率 in the place of the stage's") @Valid
        StatedProbability statedProbability,

        @Schema(description = "Tags 标签", examples = "[\"重点项目\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/opportunities/custom-fields")
        CustomFields customFields) {

    public OpportunityFields {
        lines = lines == null ? List.of() : lines;
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        split = split == null ? List.of() : List.copyOf(split);
    }

    /** The same, of this customer. */
    OpportunityFields ofCustomer(UUID newCustomerId) {
        return with(newCustomerId, lines, competitors, split, customFields);
    }

    OpportunityFields with(CustomFields values) {
        return with(customerId, lines, competitors, split, values);
    }

    /** The same, with name and price of the product on each line, the name of each competitor and the team of each share, that gives none. */
    OpportunityFields offering(Map<UUID, Offer> offers, Map<UUID, String> competitorNames, Map<String, String> teams) {
        return with(
                customerId,
                lines.stream()
                        .map(line -> line.filled(offers.get(line.productId())))
                        .toList(),
                competitors.stream()
                        .map(competitor -> competitor.named(competitorNames.get(competitor.competitorId())))
                        .toList(),
                split.stream()
                        .map(share -> share.in(teams.get(share.username())))
                        .toList(),
                customFields);
    }

    private OpportunityFields with(
            UUID newCustomerId,
            List<OpportunityLine> newLines,
            List<DealCompetitor> newCompetitors,
            List<TeamShare> newSplit,
            CustomFields values) {
        return new OpportunityFields(
                name,
                newCustomerId,
                stage,
                amount,
                amountSource,
                expectedCloseDate,
                openedAt,
                source,
                nextStep,
                description,
                newLines,
                pipeline,
                campaignId,
                contacts,
                newCompetitors,
                newSplit,
                exchangeRate,
                statedProbability,
                tags,
                values);
    }
}
