package io.kehu.servicedesk.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A date on which hours are other than its day of the week says. */
@Schema(name = "CalendarDay", description = "A holiday 节假日 or a make-up workday 调休上班")
public record SpecialDay(
        @Schema(examples = "2026-10-10") @NotNull LocalDate date,

        @Schema(description = "Name 名称", examples = "国庆节") @Size(max = 100)
        String name,

        @NotNull Kind kind,

        @Schema(description = "Hours of a workday 时段; those of the first day of the week that has any when left out")
        @Size(max = 10)
        List<@NotNull @Valid TimeRange> ranges,

        @Schema(
                description = "Where it is written 来源, for instance the notice of the State Council",
                examples = "国办发明电〔2025〕7号")
        @Size(max = 200)
        String source) {

    /** What a date is instead. */
    @Schema(name = "CalendarDayKind")
    public enum Kind {
        HOLIDAY,
        WORKDAY
    }
}
