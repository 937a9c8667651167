package io.kehu.reporting;

import static io.kehu.reporting.Picture.escape;

import java.util.List;

/** Draws a report as bars, one below the other, to the left of where nothing stands if they are less than that. */
final class BarChart {

    private static final int LEFT = 190;
    private static final int LONGEST = 360;
    private static final int SHORTEST = 120;
    private static final int TOP = 64;
    private static final int STEP = 44;
    private static final int BAR = 30;

    private static final String LINE = """
            <text x="%1$d" y="%2$d" text-anchor="end">%3$s</text>
            <rect class="bar" x="%4$d" y="%5$d" width="%6$d" height="%7$d" rx="3"/>
            <text x="%8$d" y="%2$d">%9$s <tspan class="note">%10$s</tspan></text>
            """;

    private final double unit;
    private final int zero;

    private BarChart(List<Bar> bars) {
        var most = Math.max(0, bars.stream().mapToDouble(Bar::length).max().orElse(0));
        var least = Math.min(0, bars.stream().mapToDouble(Bar::length).min().orElse(0));
        unit = most == least ? 0 : longest(bars) / (most - least);
        zero = LEFT + (int) (-least * unit);
    }

    /** As long as leaves room for what stands beside. */
    private static double longest(List<Bar> bars) {
        var words = bars.stream()
                .mapToDouble(bar -> width(bar.figure() + " " + bar.note()))
                .max()
                .orElse(0);
        return Math.clamp(Picture.WIDTH - LEFT - 24 - words, SHORTEST, LONGEST);
    }

    /** About as wide as it will be shown. */
    private static double width(String text) {
        return text.codePoints()
                .mapToDouble(letter -> Character.isIdeographic(letter) ? 14 : 7.5)
                .sum();
    }

    static String draw(Charted report, Labels labels) {
        var bars = report.bars(labels);
        var height = TOP + Math.max(1, bars.size()) * STEP + 12;
        var svg = Picture.begin(height, report.title(labels), told(bars, labels), labels);
        var chart = new BarChart(bars);
        for (var index = 0; index < bars.size(); index++) {
            svg.append(chart.line(bars.get(index), TOP + index * STEP));
        }
        if (bars.isEmpty()) {
            svg.append(Picture.empty(TOP + 20, labels));
        }
        return Picture.end(svg);
    }

    private String line(Bar bar, int top) {
        var length = bar.length() == 0 ? 0 : (int) Math.max(2, Math.abs(bar.length()) * unit);
        var start = bar.length() < 0 ? zero - length : zero;
        return LINE.formatted(
                LEFT - 12,
                top + BAR / 2 + 5,
                escape(shortened(bar.name())),
                start,
                top,
                length,
                BAR,
                Math.max(zero, start + length) + 10,
                escape(bar.figure()),
                escape(bar.note()));
    }

    private static String told(List<Bar> bars, Labels labels) {
        return bars.isEmpty()
                ? labels.text("chart.empty")
                : String.join(
                        "; ",
                        bars.stream()
                                .map(bar -> bar.name() + " " + bar.figure() + " " + bar.note())
                                .toList());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 22
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 21)) + "…";
    }
}
