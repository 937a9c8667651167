package io.kehu.opportunity.campaign;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a campaign, when creating as when changing. */
@Schema(description = "The editable fields of a campaign 市场活动")
public record CampaignFields(
        @Schema(description = "Name 活动名称", examples = "2026 上海工业展") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Type 活动类型", examples = "EXHIBITION") @NotNull
        Campaign.Type type,

        @Schema(description = "Target audience 目标客户群体", examples = "华东制造业") @Size(max = 1000)
        String targetAudience,

        @Schema(description = "First day 开始日期") LocalDate startsOn,

        @Schema(description = "Last day 结束日期") LocalDate endsOn,

        @Schema(description = "Budget 预算") @ValidMoney Money budget,

        @Schema(description = "Description 描述") @Size(max = 5000)
        String description,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/campaigns/custom-fields")
        CustomFields customFields,

        @Schema(description = "Tags 标签", examples = "[\"年度重点\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags) {

    CampaignFields with(CustomFields values) {
        return new CampaignFields(name, type, targetAudience, startsOn, endsOn, budget, description, values, tags);
    }
}
