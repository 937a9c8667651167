package io.kehu.opportunity.member;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a member of a campaign, when adding as when changing. */
@Schema(description = "A member 活动成员 of a campaign, with what has come of the invitation")
public record MemberFields(
        @Schema(description = "The lead 线索; this or a contact is needed, and stays")
        UUID leadId,

        @Schema(description = "The contact 联系人; this or a lead is needed, and stays")
        UUID contactId,

        @Schema(description = "When invited 邀请时间; now when a new member says nothing at all")
        Instant invitedAt,

        @Schema(description = "When registered 报名时间") Instant registeredAt,

        @Schema(description = "When attended 参加时间") Instant attendedAt,

        @Schema(description = "When responded 响应时间") Instant respondedAt,

        @Schema(description = "Remark 备注") @Size(max = 2000) String remark) {

    /** As precise as the database keeps it. */
    public MemberFields {
        invitedAt = precise(invitedAt);
        registeredAt = precise(registeredAt);
        attendedAt = precise(attendedAt);
        respondedAt = precise(respondedAt);
    }

    private static Instant precise(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The furthest that is known. */
    MemberStatus status() {
        if (respondedAt != null) {
            return MemberStatus.RESPONDED;
        }
        if (attendedAt != null) {
            return MemberStatus.ATTENDED;
        }
        return registeredAt != null ? MemberStatus.REGISTERED : MemberStatus.INVITED;
    }
}
