package io.kehu.opportunity;

import io.kehu.events.OpportunityState;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody at the customer who has a say in a deal. */
@Schema(description = "A contact 联系人 with a part in the deal")
public record DealContact(
        @NotNull UUID contactId,

        @Schema(description = "Which part 角色") @NotNull Role role) {

    /** What somebody decides or does in a deal. */
    @Schema(name = "DealRole")
    public enum Role {
        DECISION_MAKER,
        INFLUENCER,
        PROCUREMENT,
        TECHNICAL,
        FINANCE,
        USER,
        GATEKEEPER
    }

    OpportunityState.ContactPart published() {
        return new OpportunityState.ContactPart(contactId, role.name());
    }
}
