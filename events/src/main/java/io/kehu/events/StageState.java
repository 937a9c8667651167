package io.kehu.events;

/**
 * A pipeline stage as it was when the event happened.
 *
 * @param order       position in the pipeline, from 1
 * @param kind        {@code OPEN}, {@code WON}, {@code LOST}, {@code INVALID} or {@code AFTER_SALES}
 * @param probability chance of winning in percent
 * @param forecastCategory how far a forecast counts on it: {@code PIPELINE}, {@code BEST_CASE}, {@code COMMIT},
 *     {@code CLOSED} or {@code OMITTED}; null where the pipeline does not say, and in states of before there were categories
 */
public record StageState(
        String pipeline, String code, String name, int order, String kind, int probability, String forecastCategory) {

    /** A stage of a pipeline that has no forecast categories. */
    public StageState(String pipeline, String code, String name, int order, String kind, int probability) {
        this(pipeline, code, name, order, kind, probability, null);
    }

    /** What has become of a deal in it: {@code OPEN}, {@code WON}, {@code LOST} or {@code INVALID}; after sales it stays won. */
    public String outcome() {
        return "AFTER_SALES".equals(kind) ? "WON" : kind;
    }
}
