package io.kehu.contract;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says that both sides have signed. */
@Schema(description = "The signing 签署")
public record SignContract(
        @Schema(description = "Day of signing 签订日期") @NotNull
        LocalDate signedOn) {}
