package io.kehu.servicedesk.sla;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.SettingsFile;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The special days of a year as a file, in the words in which they are announced: stretches of days off, and single days to work. */
final class DaysFile {

    private static final Map<String, SpecialDay.Kind> KINDS = kinds();
    private static final Pattern HOURS = Pattern.compile("(%s)-(%s)".formatted(TimeRange.FROM, TimeRange.TO));
    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SOURCE = 200;

    private static final SettingsFile FILE = new SettingsFile(List.of(
            Column.of(ColumnType.DATE, "date", "Date", "日期").needed().alsoCalled("from", "开始日期"),
            Column.of(ColumnType.DATE, "until", "Until", "结束日期"),
            Column.choice(SpecialDay.Kind.class, "kind", "Kind", "类型").needed(),
            Column.text("name", "Name", "名称").alsoCalled("节日"),
            Column.text("hours", "Hours", "时段"),
            Column.text("source", "Source", "来源")));

    private DaysFile() {}

    private static Map<String, SpecialDay.Kind> kinds() {
        var kinds = new TreeMap<String, SpecialDay.Kind>(String.CASE_INSENSITIVE_ORDER);
        Stream.of("HOLIDAY", "休", "休息", "放假", "节假日").forEach(word -> kinds.put(word, SpecialDay.Kind.HOLIDAY));
        Stream.of("WORKDAY", "班", "上班", "调休", "调休上班").forEach(word -> kinds.put(word, SpecialDay.Kind.WORKDAY));
        return kinds;
    }

    /** @throws Invalid naming the rows that are wrong */
    static List<SpecialDay> read(byte[] content) {
        var days = FILE.read(content, DaysFile::days).stream()
                .flatMap(List::stream)
                .toList();
        var dates = new TreeMap<String, Integer>();
        days.forEach(day -> dates.merge(day.date().toString(), 1, Integer::sum));
        var twice = dates.entrySet().stream()
                .filter(date -> date.getValue() > 1)
                .map(date -> new InvalidField("date", "calendar.day-twice", date.getKey()))
                .toList();
        if (!twice.isEmpty()) {
            throw new Invalid("validation.failed", twice);
        }
        return days;
    }

    private static List<SpecialDay> days(RowValues row) {
        var first = row.date("date");
        var last = row.text("until") == null ? first : row.date("until");
        var kind = kind(row);
        var name = text(row, "name", LONGEST_NAME);
        var source = text(row, "source", LONGEST_SOURCE);
        var hours = hours(row);
        if (row.text("date") == null) {
            row.refuse("date", "field.required");
        }
        if (first == null || last == null || kind == null) {
            return List.of();
        }
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            row.refuse("until", "calendar.days-many", LONGEST);
            return List.of();
        }
        return first.datesUntil(last.plusDays(1))
                .map(date -> new SpecialDay(date, name, kind, hours, source))
                .toList();
    }

    private static SpecialDay.Kind kind(RowValues row) {
        var kind = row.text("kind") == null ? null : KINDS.get(row.text("kind"));
        if (kind == null) {
            row.refuse("kind", "value.choice", String.valueOf(row.text("kind")), String.join(", ", KINDS.keySet()));
        }
        return kind;
    }

    private static String text(RowValues row, String field, int longest) {
        var text = row.text(field);
        if (text != null && text.length() > longest) {
            row.refuse(field, "calendar.text-long", longest);
        }
        return text;
    }

    /** Such as {@code 09:00-12:00;13:00-18:00}; null for those of the week. */
    private static List<TimeRange> hours(RowValues row) {
        var stated = row.texts("hours");
        if (stated == null) {
            return null;
        }
        var ranges = stated.stream()
                .map(HOURS::matcher)
                .filter(range -> range.matches() && range.group(1).compareTo(range.group(3)) < 0)
                .map(range -> new TimeRange(range.group(1), range.group(3)))
                .toList();
        if (ranges.size() < stated.size()) {
            row.refuse("hours", "calendar.hours");
        }
        return ranges;
    }
}
