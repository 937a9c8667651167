package io.kehu.reporting;

/**
 * One bar of a chart.
 *
 * @param length of any unit, the same for all bars of a chart
 * @param figure what stands beside it
 * @param note   what stands beside that, less visibly
 */
public record Bar(String name, double length, String figure, String note) {

    public static Bar of(String name, long count, String note) {
        return new Bar(name, count, Long.toString(count), note);
    }
}
