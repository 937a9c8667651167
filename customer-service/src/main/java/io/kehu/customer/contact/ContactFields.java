package io.kehu.customer.contact;

import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a contact, when creating as when changing. */
@Schema(description = "The editable fields of a contact 联系人")
public record ContactFields(
        @Schema(description = "The customer 客户 that the person belongs to")
        UUID customerId,

        @Schema(description = "Name 姓名", examples = "欧阳小明") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Salutation 称谓") @Size(max = 50)
        String salutation,

        @Schema(description = "Title 职务") @Size(max = 100) String title,

        @Schema(description = "Department 部门") @Size(max = 100)
        String department,

        @Schema(description = "Roles 角色") Set<Contact.Role> roles,

        @Schema(description = "Phone 电话, masked without pii:read") @Masked(Masking.PHONE) @Size(max = 50)
        String phone,

        @Schema(description = "E-mail 邮箱, masked without pii:read") @Masked(Masking.EMAIL) @Email @Size(max = 254)
        String email,

        @Schema(description = "Whether the person is still there 在职; true when left out")
        Boolean active,

        @Schema(description = "Remark 备注") @Size(max = 5000) String remark) {}
