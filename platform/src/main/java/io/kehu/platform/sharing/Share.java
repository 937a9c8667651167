package io.kehu.platform.sharing;

import io.kehu.events.Collaborator.Access;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a collaborator may do, and for how long. */
@Schema(description = "What a collaborator 协作人 may do with a record, and until when")
public record Share(
        @Schema(description = "READ 只读 or WRITE 可编辑", examples = "READ") @NotNull
        Access access,

        @Schema(description = "When the share ends 到期时间; never when left out", examples = "2036-12-31T16:00:00Z")
        @Future
        Instant expiresAt) {}
