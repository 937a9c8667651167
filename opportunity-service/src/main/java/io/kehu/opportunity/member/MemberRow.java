package io.kehu.opportunity.member;

import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A member of a campaign as a row of an import states it; who it is counts for a new member alone. */
record MemberRow(
        @Size(max = 100) String campaign,
        @Size(max = 200) String lead,
        @Size(max = 200) String contact,
        @Size(max = 100) String contactSource,
        Instant invitedAt,
        Instant registeredAt,
        Instant attendedAt,
        Instant respondedAt,
        @Size(max = 2000) String remark) {}
