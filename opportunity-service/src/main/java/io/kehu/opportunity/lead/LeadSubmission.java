package io.kehu.opportunity.lead;

import io.kehu.platform.personal.GivenConsent;
import io.kehu.platform.personal.Phone;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody sends by a form. */
@Schema(description = "What somebody sends by a form 表单提交")
public record LeadSubmission(
        @Schema(description = "Person 姓名", examples = "欧阳小明") @NotBlank @Size(max = 200)
        String person,

        @Schema(description = "Company 公司") @Size(max = 200) String company,

        @Schema(description = "Phone 电话; this or an e-mail address is needed", examples = "13812341234")
        @Phone
        @Size(max = 50)
        String phone,

        @Schema(description = "E-mail 邮箱") @Email @Size(max = 254)
        String email,

        @Schema(description = "Industry 行业") @Size(max = 100)
        String industry,

        @Schema(description = "Region 地区") @Size(max = 100) String region,

        @Schema(description = "What is asked for 意向产品") @Size(max = 20)
        Set<@NotBlank @Size(max = 100) String> interests,

        @Schema(description = "Message 留言") @Size(max = 5000)
        String message,

        @Schema(description = "Whether the form's text is agreed to 同意授权; needed where the form has one")
        Boolean consent) {

    private static final int LONGEST_NAME = 200;

    LeadFields fields(LeadFormView view, Instant now) {
        var form = view.form();
        var name = company == null ? person : company + " " + person;
        return new LeadFields(
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                company,
                person,
                null,
                phone,
                email,
                form.source(),
                form.campaignId(),
                industry,
                region,
                interests,
                null,
                null,
                message,
                agreed()
                        ? List.of(new GivenConsent("lead-form:" + view.key(), GivenConsent.Basis.CONSENT, now, null))
                        : List.of(),
                null,
                null);
    }

    boolean agreed() {
        return Boolean.TRUE.equals(consent);
    }
}
