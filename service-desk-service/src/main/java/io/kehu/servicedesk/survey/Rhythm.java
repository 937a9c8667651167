package io.kehu.servicedesk.survey;

import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When customers are asked again and again.
 *
 * @param everyDays  or null
 * @param dayOfMonth or null
 * @param from       what was due before, is not made up for
 */
record Rhythm(Integer everyDays, Integer dayOfMonth, Instant from, ZoneId zone) {

    static Rhythm of(QuestionnaireView view, ZoneId zone) {
        var trigger = view.questionnaire().trigger();
        return new Rhythm(trigger.everyDays(), trigger.dayOfMonth(), view.createdAt(), zone);
    }

    /** Whoever was last asked before this is to be asked by {@code now}; empty if nobody is yet. */
    Optional<Instant> askedBefore(Instant now) {
        if (everyDays != null) {
            return Optional.of(now.minus(Duration.ofDays(everyDays)));
        }
        return Optional.of(lastTime(now)).filter(time -> !time.isBefore(from));
    }

    private Instant lastTime(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var inThisMonth = dayIn(YearMonth.from(today));
        var last = inThisMonth.isAfter(today) ? dayIn(YearMonth.from(today).minusMonths(1)) : inThisMonth;
        return last.atStartOfDay(zone).toInstant();
    }

    private LocalDate dayIn(YearMonth month) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }
}
