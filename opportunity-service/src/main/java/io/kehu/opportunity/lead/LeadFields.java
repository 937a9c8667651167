package io.kehu.opportunity.lead;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.money.ValidMoney;
import io.kehu.platform.personal.GivenConsent;
import io.kehu.platform.personal.Phone;
import io.kehu.platform.personal.PhoneNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a lead, when creating as when changing. */
@Schema(description = "The editable fields of a lead 线索")
public record LeadFields(
        @Schema(description = "Name 线索名称", examples = "官网咨询 CRM 报价") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Company 公司", examples = "上海云帆科技有限公司") @Size(max = 200)
        String company,

        @Schema(description = "Person 联系人", examples = "欧阳小明") @Size(max = 200)
        String person,

        @Schema(description = "Title of the person 职务") @Size(max = 100)
        String title,

        @Schema(
                description =
                        "Phone 电话, kept as E.164 and searched; masked without pii:read; this or an e-mail address is needed",
                examples = "+8613812341234")
        @Masked(Masking.PHONE)
        @Phone
        @Size(max = 50)
        String phone,

        @Schema(description = "E-mail 邮箱, searched; masked without pii:read", examples = "li@example.com")
        @Masked(Masking.EMAIL)
        @Email
        @Size(max = 254)
        String email,

        @Schema(description = "Source 来源渠道", examples = "WEBSITE") @NotBlank @Size(max = 50)
        String source,

        @Schema(description = "The campaign 市场活动 that it came from")
        UUID campaignId,

        @Schema(description = "Industry 行业: a code of GB/T 4754 or its name, or your own words", examples = "65")
        @Size(max = 100)
        String industry,

        @Schema(description = "Region 地区, for instance a province", examples = "上海市") @Size(max = 100)
        String region,

        @Schema(description = "What is asked for 意向产品") @Size(max = 20)
        Set<@NotBlank @Size(max = 100) String> interests,

        @Schema(description = "Budget 预算") @ValidMoney Money budget,

        @Schema(description = "Score 评分, 0 to 100") @Min(0) @Max(100)
        Integer score,

        @Schema(description = "Remark 备注") @Size(max = 5000) String remark,

        @Schema(description = "Consents 授权同意") @Size(max = 50)
        List<@Valid @NotNull GivenConsent> consents,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/leads/custom-fields")
        CustomFields customFields,

        @Schema(description = "Tags 标签", examples = "[\"高意向\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags) {

    public LeadFields {
        phone = PhoneNumbers.normal(phone);
    }

    LeadFields from(UUID campaign) {
        return new LeadFields(
                name,
                company,
                person,
                title,
                phone,
                email,
                source,
                campaign,
                industry,
                region,
                interests,
                budget,
                score,
                remark,
                consents,
                customFields,
                tags);
    }

    LeadFields with(String newIndustry, CustomFields values) {
        return new LeadFields(
                name,
                company,
                person,
                title,
                phone,
                email,
                source,
                campaignId,
                newIndustry,
                region,
                interests,
                budget,
                score,
                remark,
                consents,
                values,
                tags);
    }
}
