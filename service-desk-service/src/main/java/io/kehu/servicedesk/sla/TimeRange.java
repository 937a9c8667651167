package io.kehu.servicedesk.sla;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a day by the clock on the wall. */
@Schema(description = "A stretch of a day 时段, by the clock on the wall")
public record TimeRange(
        @Schema(description = "From, inclusive 开始", examples = "09:00") @NotNull @Pattern(regexp = TimeRange.FROM)
        String from,

        @Schema(description = "To, exclusive 结束; 24:00 is the end of the day", examples = "12:00")
        @NotNull
        @Pattern(regexp = TimeRange.TO)
        String to) {

    static final String FROM = "([01][0-9]|2[0-3]):[0-5][0-9]";
    static final String TO = FROM + "|24:00";

    @AssertTrue(message = "time-range.order")
    @Schema(hidden = true)
    boolean hasLength() {
        return from == null || to == null || from.compareTo(to) < 0;
    }

    /** In minutes of the day. */
    int start() {
        return minutes(from);
    }

    /** In minutes of the day, 1440 at most. */
    int end() {
        return minutes(to);
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}
