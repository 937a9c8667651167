package io.kehu.reporting.driver;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What could not be judged, and why. */
@Schema(name = "DriverLeftOut")
public record LeftOut(
        @Schema(examples = "PRICE") String driver,

        @Schema(description = "Answers that tell it") long answers,
        Reason reason) {

    /** Why something is left out. */
    @Schema(
            name = "DriverLeftOutReason",
            description =
                    "MOSTLY_MISSING: fewer than half of the answers tell it; CONSTANT: it is the same in all of them;"
                            + " COLLINEAR: others tell 98 % of it, so that nobody could tell them apart;"
                            + " TOO_MANY: ten others are told more often")
    public enum Reason {
        MOSTLY_MISSING,
        CONSTANT,
        COLLINEAR,
        TOO_MANY
    }
}
