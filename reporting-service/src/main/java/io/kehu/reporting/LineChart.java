package io.kehu.reporting;

import static io.kehu.reporting.Picture.escape;

import io.kehu.reporting.Trend.Point;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a report that goes through time as a line with its intervals around it; both axes are labelled. */
final class LineChart {

    private static final int HEIGHT = 420;
    private static final int LEFT = 88;
    private static final int RIGHT = Picture.WIDTH - 40;
    private static final int TOP = 84;
    private static final int BOTTOM = HEIGHT - 72;
    private static final int NAMES = 8;

    private static final String FIGURE = """
            <text class="note" x="24" y="64">%s</text>
            """;
    private static final String TICK = """
            <line class="grid" x1="%1$d" y1="%3$.1f" x2="%2$d" y2="%3$.1f"/>
            <text class="note" x="%4$d" y="%5$.1f" text-anchor="end">%6$s</text>
            """;
    private static final String AXIS = """
            <line class="axis" x1="%1$d" y1="%2$d" x2="%3$d" y2="%2$d"/>
            """;
    private static final String NAME = """
            <text class="note" x="%1$.1f" y="%2$d" text-anchor="%3$s">%4$s</text>
            """;
    private static final String LINE = """
            <polygon class="band" points="%1$s"/>
            <polyline class="line" points="%2$s"/>
            %3$s""";
    private static final String DOT = """
            <circle class="dot" cx="%1$.1f" cy="%2$.1f" r="4"><title>%3$s</title></circle>
            """;

    private final Trend trend;
    private final Scale scale;
    private final long first;
    private final long last;

    private LineChart(Trend trend) {
        this.trend = trend;
        var points = trend.points();
        scale = Scale.over(
                points.stream().mapToDouble(Point::low).min().orElse(0),
                points.stream().mapToDouble(Point::high).max().orElse(1));
        first = points.getFirst().day();
        last = points.getLast().day();
    }

    static String draw(String title, Trend trend, Labels labels) {
        if (trend.points().isEmpty()) {
            var nothing = labels.text("chart.empty");
            return Picture.end(Picture.begin(HEIGHT, title, nothing, labels).append(Picture.empty(TOP + 20, labels)));
        }
        var told = trend.points().stream().map(LineChart::told).collect(Collectors.joining("; "));
        var chart = new LineChart(trend);
        return Picture.end(Picture.begin(HEIGHT, title, told, labels)
                .append(chart.vertical())
                .append(chart.horizontal())
                .append(chart.line()));
    }

    private String vertical() {
        var figures = new DecimalFormat(trend.pattern(), DecimalFormatSymbols.getInstance(Locale.ROOT));
        return scale.ticks().stream()
                .map(tick -> text(TICK, LEFT, RIGHT, y(tick), LEFT - 8, y(tick) + 5, figures.format(tick)))
                .collect(Collectors.joining("", text(FIGURE, escape(trend.figure())), ""));
    }

    private String horizontal() {
        var points = trend.points();
        var every = (points.size() + NAMES - 1) / NAMES;
        var names = new StringBuilder(text(AXIS, LEFT, BOTTOM, RIGHT));
        for (var index = 0; index < points.size(); index += every) {
            names.append(text(
                    NAME,
                    x(points.get(index)),
                    BOTTOM + 22,
                    "middle",
                    escape(points.get(index).name())));
        }
        return names.append(text(NAME, (double) RIGHT, BOTTOM + 48, "end", escape(trend.step())))
                .toString();
    }

    private String line() {
        var points = trend.points();
        var around = Stream.concat(
                points.stream().map(point -> place(point, point.high())),
                points.reversed().stream().map(point -> place(point, point.low())));
        var dots = points.stream()
                .map(point -> text(DOT, x(point), y(point.value()), escape(told(point))))
                .collect(Collectors.joining());
        return text(LINE, joined(around), joined(points.stream().map(point -> place(point, point.value()))), dots);
    }

    private static String joined(Stream<String> places) {
        return places.collect(Collectors.joining(" "));
    }

    private String place(Point point, double value) {
        return text("%.1f,%.1f", x(point), y(value));
    }

    private static String told(Point point) {
        return point.name() + " " + point.label() + " " + point.note();
    }

    /** With decimal points wherever the machine stands. */
    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private double x(Point point) {
        return first == last
                ? (LEFT + RIGHT) / 2.0
                : LEFT + 24 + (RIGHT - LEFT - 48.0) * (point.day() - first) / (last - first);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (value - scale.least()) / (scale.most() - scale.least());
    }

    /** Where a vertical axis begins and ends, in steps that people count in. */
    private record Scale(double least, double most, double step) {

        private static final int STEPS = 5;

        static Scale over(double low, double high) {
            var rough = Math.max(high - low, 1e-6) / STEPS;
            var magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
            var step = Stream.of(1, 2, 5, 10)
                    .map(times -> times * magnitude)
                    .filter(each -> each >= rough)
                    .findFirst()
                    .orElse(10 * magnitude);
            var least = Math.floor(low / step) * step;
            return new Scale(least, Math.max(least + step, Math.ceil(high / step) * step), step);
        }

        List<Double> ticks() {
            return Stream.iterate(0, index -> least + index * step <= most + step / 2, index -> index + 1)
                    .map(index -> least + index * step)
                    .toList();
        }
    }
}
