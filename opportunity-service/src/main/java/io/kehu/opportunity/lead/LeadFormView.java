package io.kehu.opportunity.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form as the API shows it. */
@Schema(description = "A web form for leads 线索表单")
public record LeadFormView(
        @Schema(examples = "contact-us") String key,
        @JsonUnwrapped LeadForm form,

        @Schema(
                description =
                        "The key 密钥 by which pages send it, in the place of {key} of …/submissions; told only when it is made, and kept as a hash")
        String apiKey,

        Instant updatedAt,
        String updatedBy) {

    static LeadFormView of(String key, LeadForm form, Instant updatedAt, String updatedBy) {
        return new LeadFormView(key, form, null, updatedAt, updatedBy);
    }

    LeadFormView with(String newApiKey) {
        return new LeadFormView(key, form, newApiKey, updatedAt, updatedBy);
    }
}
