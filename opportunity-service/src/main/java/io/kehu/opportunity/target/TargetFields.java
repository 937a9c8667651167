package io.kehu.opportunity.target;

import io.kehu.events.CustomFields;
import io.kehu.platform.money.Decimals;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a sales target, when setting as when changing it. */
@Schema(
        description =
                "The fields of a sales target 业绩目标; whose it is, of what and of which year stays as it was first set")
public record TargetFields(
        @Schema(description = "Whose it is 目标对象", examples = "TEAM") @NotNull
        Target.SubjectKind subjectKind,

        @Schema(description = "Path of the team, or username; left out for the company", examples = "/sales/east")
        @Size(min = 1, max = 500)
        String subject,

        @Schema(description = "What is counted 指标", examples = "WON_AMOUNT") @NotNull
        Target.Metric metric,

        @Schema(description = "Year 年度", examples = "2026") @NotNull @Min(2000) @Max(2100)
        Integer year,

        @Schema(description = "Currency 币种 of the amounts; left out for a count", examples = "CNY")
        @Pattern(regexp = "[A-Z]{3}")
        String currency,

        @Schema(description = "What is to be reached in each month 月度目标, January first")
        @NotNull
        @Size(min = 12, max = 12)
        List<@NotNull @DecimalMin("0") @Digits(integer = 15, fraction = 6) BigDecimal> months,

        @Schema(description = "Tags 标签", examples = "[\"冲刺\"]") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/targets/custom-fields")
        CustomFields customFields) {

    public TargetFields {
        months = months == null ? null : months.stream().map(Decimals::plain).toList();
    }

    TargetFields with(CustomFields values) {
        return new TargetFields(subjectKind, subject, metric, year, currency, months, tags, values);
    }
}
