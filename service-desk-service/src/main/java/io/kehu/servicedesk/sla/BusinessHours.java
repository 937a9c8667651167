package io.kehu.servicedesk.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The arithmetic of working time. A moment counts if the clock on the wall of the zone shows a time within the hours of its
 * date: where clocks are put back, an hour that comes twice counts twice, and where they are put forward, one that is left out
 * does not count.
 */
final class BusinessHours {

    /** Nothing is due later than this, however little is worked. */
    static final Duration HORIZON = Duration.ofDays(3660);

    private final ZoneRules rules;
    private final Map<DayOfWeek, List<Range>> week;
    private final Map<LocalDate, List<Range>> exceptions;

    /** @param exceptions hours of single dates in the place of those of their day of the week, none for a holiday */
    BusinessHours(ZoneId zone, Map<DayOfWeek, List<TimeRange>> week, Map<LocalDate, List<TimeRange>> exceptions) {
        this.rules = zone.getRules();
        this.week = apart(week);
        this.exceptions = apart(exceptions);
    }

    /** Minutes of the day. */
    private record Range(int start, int end) {}

    private record Span(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /** When {@code time} will have been worked since {@code start}. */
    Instant after(Instant start, Duration time) {
        var horizon = start.plus(HORIZON);
        var left = time;
        if (!left.isPositive()) {
            return start;
        }
        var open = new OpenSpans(start, horizon);
        for (var span = open.next(); span != null; span = open.next()) {
            if (span.length().compareTo(left) >= 0) {
                return span.from().plus(left);
            }
            left = left.minus(span.length());
        }
        return horizon;
    }

    /** How much is worked from {@code from} to {@code to}; nothing if that is not later. */
    Duration between(Instant from, Instant to) {
        var worked = Duration.ZERO;
        var open = new OpenSpans(from, to);
        for (var span = open.next(); span != null; span = open.next()) {
            worked = worked.plus(span.length());
        }
        return worked;
    }

    private List<Range> on(LocalDate date) {
        var exception = exceptions.get(date);
        return exception == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : exception;
    }

    /** In order, and with those joined that touch each other, so that no minute counts twice. */
    private static <K> Map<K, List<Range>> apart(Map<K, List<TimeRange>> ranges) {
        return ranges.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> apart(day.getValue())));
    }

    private static List<Range> apart(List<TimeRange> ranges) {
        var apart = new ArrayList<Range>();
        var ordered =
                ranges.stream().sorted(Comparator.comparing(TimeRange::start)).toList();
        for (var range : ordered) {
            if (!apart.isEmpty() && apart.getLast().end() >= range.start()) {
                var last = apart.removeLast();
                apart.add(new Range(last.start(), Math.max(last.end(), range.end())));
            } else {
                apart.add(new Range(range.start(), range.end()));
            }
        }
        return List.copyOf(apart);
    }

    /** What is open, in order: by stretches between two changes of the offset, in which the clock runs evenly. */
    private final class OpenSpans {

        private final Instant until;
        private Instant stretchStart;
        private Instant stretchEnd;
        private ZoneOffset offset;
        private LocalDate date;
        private LocalDate lastDate;
        private Iterator<Range> ranges = Collections.emptyIterator();

        OpenSpans(Instant from, Instant until) {
            this.until = until;
            enter(from);
        }

        private void enter(Instant from) {
            if (!from.isBefore(until)) {
                date = null;
                return;
            }
            var transition = rules.nextTransition(from);
            stretchStart = from;
            stretchEnd = transition == null ? until : earlier(transition.getInstant(), until);
            offset = rules.getOffset(from);
            date = LocalDate.ofInstant(stretchStart, offset);
            lastDate = LocalDate.ofInstant(stretchEnd, offset);
            ranges = on(date).iterator();
        }

        /** The next one, or null if there is none before the end. */
        Span next() {
            while (date != null) {
                while (ranges.hasNext()) {
                    var span = span(ranges.next());
                    if (span.from().isBefore(span.to())) {
                        return span;
                    }
                }
                if (date.isBefore(lastDate)) {
                    date = date.plusDays(1);
                    ranges = on(date).iterator();
                } else {
                    enter(stretchEnd);
                }
            }
            return null;
        }

        private Span span(Range range) {
            var midnight = date.atStartOfDay().toInstant(offset);
            return new Span(
                    later(midnight.plusSeconds(range.start() * 60L), stretchStart),
                    earlier(midnight.plusSeconds(range.end() * 60L), stretchEnd));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
