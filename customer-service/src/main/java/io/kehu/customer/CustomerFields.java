package io.kehu.customer;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.personal.Phone;
import io.kehu.platform.personal.PhoneNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a customer, when creating as when changing; brought into one form whatever door it comes in by. */
@Schema(description = "The editable fields of a customer 客户")
public record CustomerFields(
        @Schema(description = "Name 客户名称", examples = "华为技术有限公司") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Legal kind 客户类型; COMPANY when left out")
        CustomerType type,

        @Schema(
                description = "Unified social credit code 统一社会信用代码, checked by GB 32100-2015",
                examples = "91990000000000019N")
        @CreditCode
        String unifiedSocialCreditCode,

        @Schema(description = "Industry 行业: a code or name of /v1/dictionaries/industries", examples = "65")
        @Size(max = 100)
        String industry,

        @Schema(description = "Number of employees 员工人数") @PositiveOrZero
        Integer employees,

        @Schema(
                description =
                        "Size 公司规模: 1-49, 50-199, 200-499, 500-999 or 1000+; follows from employees if they are known",
                examples = "50-199")
        @Pattern(regexp = SizeBand.PATTERN)
        String sizeBand,

        @Schema(description = "Yearly revenue 年营业额") Money annualRevenue,

        @Schema(description = "Year of founding 成立年份") @Min(1000) @Max(2200)
        Integer yearEstablished,

        @Schema(description = "Website 网址", examples = "https://example.com")
        @Size(max = 500)
        @Pattern(regexp = WEBSITE)
        String website,

        @Schema(
                description =
                        "Phone 电话, kept as E.164; a number without + is one of the region kehu.phone.region. Masked without pii:read",
                examples = "+8613812341234")
        @Masked(Masking.PHONE)
        @Phone
        @Size(max = 50)
        String phone,

        @Schema(description = "E-mail 邮箱, masked without pii:read", examples = "info@example.com")
        @Masked(Masking.EMAIL)
        @Email
        @Size(max = 254)
        String email,

        @Schema(description = "Country 国家: ISO 3166 code or name", examples = "CN") @Size(max = 100)
        String country,

        @Schema(description = "Province 省: in China a GB/T 2260 code or name", examples = "440000") @Size(max = 100)
        String province,

        @Schema(description = "City 市: in China a GB/T 2260 code or name", examples = "440300") @Size(max = 100)
        String city,

        @Schema(description = "Addresses 地址, all of them") @Size(max = 20)
        List<@Valid @NotNull Address> addresses,

        @Schema(description = "Source 客户来源: a code or name of /v1/dictionaries/sources", examples = "WEBSITE")
        @Size(max = 100)
        String source,

        @Schema(description = "The campaign 市场活动 that it came from")
        UUID campaignId,

        @Schema(description = "Level 客户级别: a code or name of /v1/dictionaries/levels", examples = "A") @Size(max = 100)
        String level,

        @Schema(description = "Tags 客户标签: those of /v1/dictionaries/tags are proposals") @Size(max = 50)
        Set<@NotBlank @Size(max = 50) String> tags,

        @Schema(description = "Needs 需求") @Size(max = 5000) String needs,

        @Schema(description = "Special needs 特殊需求") @Size(max = 5000)
        String specialNeeds,

        @Schema(description = "Invoice title 开票信息") @Valid InvoiceTitle invoiceTitle,
        @Schema(description = "Remark 备注") @Size(max = 5000) String remark,

        @Schema(description = "Values of the company's own fields 自定义字段, see /v1/customers/custom-fields")
        CustomFields customFields) {

    private static final String WEBSITE =
            "(https?://)?([^\\s/?#.:@]+\\.)+[^\\s/?#.:@0-9]{2,}(:[0-9]{1,5})?([/?#]\\S*)?";

    public CustomerFields {
        unifiedSocialCreditCode = unifiedSocialCreditCode == null
                ? null
                : unifiedSocialCreditCode.strip().toUpperCase(Locale.ROOT);
        sizeBand = employees == null || employees < 1 ? sizeBand : SizeBand.of(employees);
        phone = PhoneNumbers.normal(phone);
    }

    /**
     * As a row of a file means them, which names the campaign by its number; addresses that its cells cannot hold stay.
     *
     * @param present the fields as they are, or null
     */
    CustomerFields imported(UUID campaign, CustomerFields present) {
        return new CustomerFields(
                name,
                type,
                unifiedSocialCreditCode,
                industry,
                employees,
                sizeBand,
                annualRevenue,
                yearEstablished,
                website,
                phone,
                email,
                country,
                province,
                city,
                present == null ? addresses : placedLike(present),
                source,
                campaign,
                level,
                tags,
                needs,
                specialNeeds,
                invoiceTitle,
                remark,
                customFields);
    }

    private List<Address> placedLike(CustomerFields present) {
        if (addresses == null) {
            return Address.haveCells(present.addresses) ? null : present.addresses;
        }
        return addresses.size() != 1 || present.addresses == null || present.addresses.size() != 1
                ? addresses
                : List.of(addresses.getFirst().placedLike(present.addresses.getFirst(), present));
    }
}
