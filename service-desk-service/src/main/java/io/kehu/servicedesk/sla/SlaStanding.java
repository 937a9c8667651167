package io.kehu.servicedesk.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a ticket stands with all that is promised; changes of it are no changes of the ticket. */
@Schema(description = "How a ticket stands with its service level, outside version and ETag")
public record SlaStanding(
        @Schema(
                description =
                        "When the next promise is due 服务级别到期时间; absent if none is, or while the clocks stand still")
        Instant slaDueAt,

        @Schema(description = "Whether any promise was broken 是否违反服务级别; absent without promises")
        Boolean slaBreached) {

    public static final SlaStanding NONE = new SlaStanding(null, null);

    static SlaStanding of(Collection<SlaClock> clocks) {
        return new SlaStanding(
                clocks.stream()
                        .map(SlaClock::openDueAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                clocks.isEmpty() ? null : clocks.stream().anyMatch(clock -> clock.verdict() == ClockVerdict.BREACHED));
    }
}
