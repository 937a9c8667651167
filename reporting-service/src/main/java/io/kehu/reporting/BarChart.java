package io.kehu.reporting;

import java.util.List;

/**
 * Draws a report as SVG that any browser shows and any screen reader tells: no script, no fonts to load, light or dark as the
 * reader's system is.
 */
final class BarChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int LONGEST = 360;
    private static final int TOP = 64;
    private static final int STEP = 44;
    private static final int BAR = 30;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
            aria-labelledby="title description" xml:lang="%3$s">
            <title id="title">%4$s</title>
            <desc id="description">%5$s</desc>
            <style>
              svg { font: 14px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
              .paper { fill: #ffffff; } text { fill: #1f2933; } .note { fill: #52606d; } .bar { fill: #2f6fdb; }
              .heading { font-size: 18px; font-weight: 600; }
              @media (prefers-color-scheme: dark) {
                .paper { fill: #14181d; } text { fill: #e6eaee; } .note { fill: #a3afbb; } .bar { fill: #6ea3f5; }
              }
            </style>
            <rect class="paper" width="%1$d" height="%2$d"/>
            <text class="heading" x="24" y="36">%4$s</text>
            """;

    private static final String LINE = """
            <text x="%1$d" y="%2$d" text-anchor="end">%3$s</text>
            <rect class="bar" x="%4$d" y="%5$d" width="%6$d" height="%7$d" rx="3"/>
            <text x="%8$d" y="%2$d">%9$s <tspan class="note">%10$s</tspan></text>
            """;

    private BarChart() {}

    static String draw(Charted report, Labels labels) {
        var bars = report.bars(labels);
        var height = TOP + Math.max(1, bars.size()) * STEP + 12;
        var title = escape(report.title(labels));
        var svg = new StringBuilder(
                HEAD.formatted(WIDTH, height, labels.chinese() ? "zh-CN" : "en", title, escape(told(bars, labels))));
        var most = bars.stream().mapToDouble(Bar::length).max().orElse(0);
        for (var index = 0; index < bars.size(); index++) {
            svg.append(line(bars.get(index), TOP + index * STEP, most));
        }
        if (bars.isEmpty()) {
            svg.append("<text class=\"note\" x=\"24\" y=\"%d\">%s</text>\n"
                    .formatted(TOP + 20, escape(told(bars, labels))));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String line(Bar bar, int top, double most) {
        var length = bar.length() <= 0 ? 0 : (int) Math.max(2, bar.length() * LONGEST / most);
        return LINE.formatted(
                LEFT - 12,
                top + BAR / 2 + 5,
                escape(shortened(bar.name())),
                LEFT,
                top,
                length,
                BAR,
                LEFT + length + 10,
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

    /** Names of stages are texts of users: they must never become elements; characters that XML forbids are left out. */
    static String escape(String text) {
        return text.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
