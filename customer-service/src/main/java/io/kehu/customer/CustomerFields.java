package io.kehu.customer;

import io.kehu.events.Money;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a customer, when creating as when changing. */
@Schema(description = "The editable fields of a customer 客户")
public record CustomerFields(
        @Schema(description = "Name 客户名称", examples = "华为技术有限公司") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Legal kind 客户类型; COMPANY when left out")
        Customer.Type type,

        @Schema(description = "Unified social credit code 统一社会信用代码 (GB 32100)")
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
        String unifiedSocialCreditCode,

        @Schema(description = "Industry 行业") @Size(max = 100)
        String industry,

        @Schema(description = "Number of employees 员工人数") @PositiveOrZero
        Integer employees,

        @Schema(description = "Yearly revenue 年营业额") Money annualRevenue,

        @Schema(description = "Year of founding 成立年份") @Min(1000) @Max(2200)
        Integer yearEstablished,

        @Size(max = 500) String website,

        @Schema(description = "Phone 电话, masked without pii:read") @Masked(Masking.PHONE) @Size(max = 50)
        String phone,

        @Schema(description = "E-mail 邮箱, masked without pii:read") @Masked(Masking.EMAIL) @Email @Size(max = 254)
        String email,

        @Schema(description = "Country 国家") @Size(max = 100) String country,
        @Schema(description = "Province 省") @Size(max = 100) String province,
        @Schema(description = "City 市") @Size(max = 100) String city,

        @Schema(description = "Source 客户来源") @Size(max = 100)
        String source,

        @Schema(description = "Level 客户级别") @Pattern(regexp = "[ABC]")
        String level,

        @Schema(description = "Tags 客户标签") @Size(max = 50) Set<@NotBlank @Size(max = 50) String> tags,
        @Schema(description = "Remark 备注") @Size(max = 5000) String remark) {}
