package io.kehu.gateway.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a user is to belong, and what becomes of the records that the user owns. */
@Schema(description = "A move to another team 调动部门")
record TeamMove(
        @Schema(description = "Path of the new team", examples = "/sales/west") @NotBlank @Size(max = 500)
        String team,

        @Schema(
                description = "STAY: the user's records stay with the old team 记录保留在原部门; FOLLOW: all of them,"
                        + " in every service, get the new team 记录随人调动, in the background")
        @NotNull
        Rows rows) {

    /** What becomes of the records of a user who moves. */
    enum Rows {
        STAY,
        FOLLOW
    }
}
