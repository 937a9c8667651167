package io.kehu.customer.pool;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a pool works. */
@Schema(description = "A public pool of customers 公海")
public record PoolFields(
        @Schema(description = "Name 公海名称", examples = "East China pool") @NotBlank @Size(max = 100)
        String name,

        @Schema(
                description = "Teams 部门 whose members, also of teams below, see and claim its customers; the first"
                        + " has them in its data scope",
                examples = "[\"/sales/east\"]")
        @NotNull
        @Size(min = 1, max = 50)
        List<@NotNull @Size(max = 500) @Pattern(regexp = "/(?!/|.*//)[^\\x00-\\x1F\\x7F]*[^/\\x00-\\x1F\\x7F]") String>
                teams,

        @Schema(description = "Claims that one user has in a day 每日领取上限; no limit when left out", examples = "10")
        @Min(1)
        @Max(100_000)
        Integer claimsPerDay,

        @Schema(
                description =
                        "Days in which the previous owner cannot claim a customer back 前负责人冷却天数; none when left out",
                examples = "7")
        @Min(0)
        @Max(3650)
        Integer coolDownDays,

        @Schema(
                description = "Customers that a user may own and still claim another 库容; no limit when left out",
                examples = "200")
        @Min(1)
        @Max(1_000_000)
        Integer capacity,

        @Schema(
                description =
                        "Days that an owner is warned before 回收提醒天数, by recycleAt of the customer; 0 when left out",
                examples = "3")
        @Min(0)
        @Max(365)
        Integer warningDays,

        @Schema(description = "Rules by which customers of these teams come into the pool 自动回收规则") @Size(max = 50)
        List<@NotNull @Valid RecyclingRule> rules,

        @Schema(
                description =
                        "Fields of its customers 隐藏字段 that nobody sees, filters, sorts or searches by who sees them only"
                                + " because they lie here: everybody but those who see every customer or have customer:admin",
                examples = "[\"phone\",\"email\"]")
        @Size(max = 50)
        List<@NotNull @Pattern(regexp = PoolFields.HIDEABLE) String> hiddenFields) {

    static final String HIDEABLE =
            "unifiedSocialCreditCode|industry|employees|sizeBand|annualRevenue|yearEstablished|website"
                    + "|phone|email|country|province|city|addresses|source|campaignId|level|tags|needs|specialNeeds|invoiceTitle|remark"
                    + "|customFields|lastFollowUpAt|lastFollowUpMethod|lastFollowUpId|lastFollowUpResults|firstDealAt|lastDealAt"
                    + "|totalRevenue|baseRevenue|purchasedProducts|salesProgress|salesProbability|lastFeedbackScore|lastFeedbackAt";
}
