package io.kehu.platform.personal;

import io.kehu.events.Consent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person has agreed to 授权同意. */
@Schema(description = "What the person has agreed to 授权同意")
public record GivenConsent(
        @Schema(description = "For what", examples = "newsletter") @NotBlank @Size(max = 100)
        String purpose,

        @Schema(description = "On what legal ground") @NotNull
        Basis basis,

        @NotNull Instant given,

        @Schema(description = "When it was taken back; absent while it holds")
        Instant withdrawn) {

    /** The legal ground of PIPL and GDPR. */
    @Schema(name = "ConsentBasis")
    public enum Basis {
        CONSENT,
        CONTRACT,
        LEGAL_OBLIGATION,
        LEGITIMATE_INTEREST
    }

    public Consent published() {
        return new Consent(purpose, basis.name(), given, withdrawn);
    }
}
