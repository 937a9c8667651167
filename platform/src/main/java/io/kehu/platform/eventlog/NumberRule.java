package io.kehu.platform.eventlog;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How business numbers of one kind are made: a text, the date, and a sequence that begins anew with each period. */
@Schema(description = "How business numbers are made 编号规则: text, date, sequence")
public record NumberRule(
        @Schema(description = "Text 前缀", examples = "C") @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,20}")
        String text,

        @Schema(
                description =
                        "Date 日期格式: yyyy or yy, then MM, then dd, as far as wanted, with -, . or _ between; empty for none",
                examples = "yyyyMMdd")
        @NotNull
        @Pattern(regexp = "((yyyy|yy)([-._]?MM([-._]?dd)?)?)?[-._]?")
        String datePattern,

        @Schema(
                description = "Digits of the sequence 流水号位数, zeros in front; a longer sequence is not cut",
                examples = "3")
        @NotNull
        @Min(1)
        @Max(12)
        Integer width,

        @Schema(description = "When the sequence begins anew 重新计数周期") @NotNull
        Period period) {

    /** What a date must show, so that no number of one period is that of another. */
    @Schema(name = "NumberPeriod")
    public enum Period {
        DAILY("dd"),
        MONTHLY("MM"),
        YEARLY("yy"),
        NEVER("");

        private final String shown;

        Period(String shown) {
            this.shown = shown;
        }
    }

    static NumberRule standard(String text) {
        return new NumberRule(text, "yyyyMMdd", 3, Period.DAILY);
    }

    /** Fails with 422 if numbers would come again. */
    void requireDistinct() {
        if (!datePattern.contains(period.shown)) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("datePattern", "number-rule.period", period, period.shown)));
        }
    }

    LocalDate start(LocalDate day) {
        return switch (period) {
            case DAILY -> day;
            case MONTHLY -> day.withDayOfMonth(1);
            case YEARLY -> day.withDayOfYear(1);
            case NEVER -> LocalDate.EPOCH;
        };
    }

    String number(LocalDate day, long sequence) {
        var date = datePattern.isEmpty() ? "" : day.format(DateTimeFormatter.ofPattern(datePattern));
        return text + date + ("%0" + width + "d").formatted(sequence);
    }
}
