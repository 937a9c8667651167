package io.kehu.contract;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step is taken that may go without explanation. */
@Schema(description = "A reason 原因, if there is one")
public record OptionalReason(@Size(max = 2000) String reason) {

    /** The text of a reason that may be missing as a whole. */
    static String text(OptionalReason reason) {
        return reason == null ? null : reason.reason();
    }
}
