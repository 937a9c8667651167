package io.kehu.reporting;

import java.util.List;

/**
 * A figure over time, to be drawn as a line.
 *
 * @param figure  what is told of each step, as the label of the vertical axis
 * @param step    what the steps are, as the label of the horizontal axis
 * @param pattern of the figures on the vertical axis, as {@link java.text.DecimalFormat} takes it
 * @param points  in the order of time
 */
public record Trend(String figure, String step, String pattern, List<Point> points) {

    /**
     * One step of time.
     *
     * @param day   when it begins, as days since 1970
     * @param low   lower end of the value's interval; the value itself where it has none
     * @param high  upper end likewise
     * @param label the value in words
     * @param note  what else is to be told of it
     */
    public record Point(String name, long day, double value, double low, double high, String label, String note) {}
}
