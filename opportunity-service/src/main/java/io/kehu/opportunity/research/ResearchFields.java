package io.kehu.opportunity.research;

import io.kehu.events.CustomFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a piece of market research, when creating as when changing. */
@Schema(description = "The editable fields of a piece of market research 市场调研")
public record ResearchFields(
        @Schema(description = "Title 调研主题", examples = "华东制造业 CRM 需求访谈") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "The customer 客户 that was asked; this or a segment is needed")
        UUID customerId,

        @Schema(description = "Segment of the market 细分市场, where it is about no single customer", examples = "华东制造业")
        @Size(min = 1, max = 500)
        String segment,

        @Schema(description = "Day 调研日期", examples = "2026-03-15") @NotNull
        LocalDate researchedOn,

        @Schema(description = "How it was done 调研方式: 访谈, 问卷, 案头研究, 合作伙伴", examples = "INTERVIEW") @NotNull
        MarketResearch.Method method,

        @Schema(description = "Needs 需求") @Size(max = 200) List<@NotNull @Valid Need> needs,

        @Schema(description = "What is known of competitors 竞品情报") @Size(max = 200)
        List<@NotNull @Valid Intelligence> intelligence,

        @Schema(description = "Conclusions 结论") @Size(max = 20000)
        String conclusions,

        @Schema(description = "Tags 标签", examples = "[\"重点行业\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/market-research/custom-fields")
        CustomFields customFields) {

    public ResearchFields {
        needs = needs == null ? List.of() : List.copyOf(needs);
        intelligence = intelligence == null ? List.of() : List.copyOf(intelligence);
    }

    /** The same, of this customer, with the name of each competitor that is pointed at where none is given. */
    ResearchFields settled(UUID newCustomerId, Map<UUID, String> competitors) {
        return new ResearchFields(
                name,
                newCustomerId,
                segment,
                researchedOn,
                method,
                needs,
                intelligence.stream()
                        .map(each -> each.named(competitors.get(each.competitorId())))
                        .toList(),
                conclusions,
                tags,
                customFields);
    }

    ResearchFields with(CustomFields values) {
        return new ResearchFields(
                name, customerId, segment, researchedOn, method, needs, intelligence, conclusions, tags, values);
    }

    /** The same with what stands in the rows of a file otherwise. */
    ResearchFields finding(UUID newCustomerId, List<Need> newNeeds, List<Intelligence> newIntelligence) {
        return new ResearchFields(
                name,
                newCustomerId,
                segment,
                researchedOn,
                method,
                newNeeds,
                newIntelligence,
                conclusions,
                tags,
                customFields);
    }
}
