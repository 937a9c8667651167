package io.kehu.reporting;

/**
 * What every chart has: SVG that any browser shows and any screen reader tells, without script and fonts to load, light or dark
 * as the reader's system is.
 */
final class Picture {

    static final int WIDTH = 760;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
            aria-labelledby="title description" xml:lang="%3$s">
            <title id="title">%4$s</title>
            <desc id="description">%5$s</desc>
            <style>
              svg { font: 14px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
              .paper { fill: #ffffff; } text { fill: #1f2933; } .note { fill: #52606d; } .bar, .dot { fill: #2f6fdb; }
              .band { fill: #2f6fdb; fill-opacity: 0.2; } .line { fill: none; stroke: #2f6fdb; stroke-width: 2; }
              .grid { stroke: #cbd2d9; } .axis { stroke: #52606d; }
              .heading { font-size: 18px; font-weight: 600; }
              @media (prefers-color-scheme: dark) {
                .paper { fill: #14181d; } text { fill: #e6eaee; } .note { fill: #a3afbb; } .bar, .dot { fill: #6ea3f5; }
                .band { fill: #6ea3f5; } .line { stroke: #6ea3f5; } .grid { stroke: #3a424c; } .axis { stroke: #a3afbb; }
              }
            </style>
            <rect class="paper" width="%1$d" height="%2$d"/>
            <text class="heading" x="24" y="36">%4$s</text>
            """;

    private Picture() {}

    /** The beginning of one, which tells all that it shows also in words. */
    static StringBuilder begin(int height, String title, String told, Labels labels) {
        return new StringBuilder(
                HEAD.formatted(WIDTH, height, labels.chinese() ? "zh-CN" : "en", escape(title), escape(told)));
    }

    /** In place of what there is nothing of. */
    static String empty(int y, Labels labels) {
        return "<text class=\"note\" x=\"24\" y=\"%d\">%s</text>\n".formatted(y, escape(labels.text("chart.empty")));
    }

    static String end(StringBuilder svg) {
        return svg.append("</svg>\n").toString();
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
