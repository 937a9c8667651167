package io.kehu.opportunity.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form as the API shows it. */
@Schema(description = "A web form for leads 线索表单, with the key by which it is sent")
public record LeadFormView(
        @Schema(examples = "contact-us") String key,
        @JsonUnwrapped LeadForm form,
        Instant updatedAt,
        String updatedBy) {}
