package io.kehu.customer.contact;

import io.kehu.events.CustomFields;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.personal.GivenConsent;
import io.kehu.platform.personal.Phone;
import io.kehu.platform.personal.PhoneNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a contact, when creating as when changing. */
@Schema(description = "The editable fields of a contact 联系人")
public record ContactFields(
        @Schema(description = "The main customer 客户 that the person belongs to, by which the contact is seen")
        UUID customerId,

        @Schema(
                description =
                        "Every customer that the person belongs or belonged to 关联客户; where it differs from customerId, the one that is changed counts")
        @Size(max = 50)
        List<@Valid @NotNull CustomerLink> customers,

        @Schema(description = "Name 姓名", examples = "欧阳小明") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Salutation 称谓") @Size(max = 50)
        String salutation,

        @Schema(description = "Title 职务") @Size(max = 100) String title,

        @Schema(description = "Department 部门") @Size(max = 100)
        String department,

        @Schema(description = "Roles 角色") Set<Contact.Role> roles,

        @Schema(
                description = "Phone 电话, kept as E.164 and searched; masked without pii:read",
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

        @Schema(description = "Further phones 其他电话, searched; masked without pii:read")
        @Masked(Masking.PHONE)
        @Size(max = 10)
        List<@NotNull @Phone @Size(max = 50) String> otherPhones,

        @Schema(description = "Further e-mails 其他邮箱, searched; masked without pii:read")
        @Masked(Masking.EMAIL)
        @Size(max = 10)
        List<@NotNull @Email @Size(max = 254) String> otherEmails,

        @Schema(description = "Accounts in social networks 社交账号") @Size(max = 20)
        List<@Valid @NotNull SocialAccount> socialAccounts,

        @Schema(description = "The contact above in the decision chain 决策链上级")
        UUID reportsTo,

        @Schema(description = "Birthday 生日") LocalDate birthday,
        @Schema(description = "Preferences 联系人偏好") @Valid Preferences preferences,

        @Schema(description = "Consents 授权同意") @Size(max = 50)
        List<@Valid @NotNull GivenConsent> consents,

        @Schema(description = "Whether the person is still there 在职; true when left out")
        Boolean active,

        @Schema(description = "Why the person is not there any more") @Size(max = 200)
        String inactiveReason,

        @Schema(description = "Tags 联系人标签") @Size(max = 50) Set<@NotBlank @Size(max = 50) String> tags,

        @Schema(description = "Remark 备注") @Size(max = 5000) String remark,

        @Schema(
                description =
                        "Values of the company's own fields 自定义字段, see /v1/contacts/custom-fields; kept sealed, so no filter or sort takes them")
        CustomFields customFields) {

    public ContactFields {
        phone = PhoneNumbers.normal(phone);
        otherPhones = otherPhones == null
                ? null
                : otherPhones.stream().map(PhoneNumbers::normal).toList();
    }

    ContactFields with(
            UUID newCustomerId, List<CustomerLink> links, List<SocialAccount> accounts, CustomFields values) {
        return new ContactFields(
                newCustomerId,
                links,
                name,
                salutation,
                title,
                department,
                roles,
                phone,
                email,
                otherPhones,
                otherEmails,
                accounts,
                reportsTo,
                birthday,
                preferences,
                consents,
                active,
                inactiveReason,
                tags,
                remark,
                values);
    }
}
