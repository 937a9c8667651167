package io.kehu.servicedesk.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business calendar apart from its special days. */
@Schema(name = "Calendar", description = "A business calendar 工作日历")
public record CalendarFields(
        @Schema(description = "Name 名称", examples = "中国工作日历") @NotBlank @Size(max = 100)
        String name,

        @Schema(description = "Time zone 时区 of the IANA database", examples = "Asia/Shanghai") @NotBlank @Size(max = 50)
        String timeZone,

        @Schema(description = "Working hours 工作时间 of the week") @NotEmpty @Size(max = 14)
        List<@NotNull @Valid OpenHours> hours) {

    @AssertTrue(message = "time-zone.unknown")
    @Schema(hidden = true)
    boolean hasKnownTimeZone() {
        return timeZone == null || ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    BusinessHours with(Collection<SpecialDay> days) {
        var week = week();
        var exceptions = new HashMap<LocalDate, List<TimeRange>>();
        days.forEach(day -> exceptions.put(day.date(), rangesOf(day, week)));
        return new BusinessHours(ZoneId.of(timeZone), week, exceptions);
    }

    private Map<DayOfWeek, List<TimeRange>> week() {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var each : hours) {
            each.days()
                    .forEach(day ->
                            week.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(each.ranges()));
        }
        return week;
    }

    private static List<TimeRange> rangesOf(SpecialDay day, Map<DayOfWeek, List<TimeRange>> week) {
        return switch (day.kind()) {
            case HOLIDAY -> List.of();
            case WORKDAY ->
                day.ranges() == null || day.ranges().isEmpty()
                        ? week.values().iterator().next()
                        : day.ranges();
        };
    }
}
