package io.kehu.events;

/**
 * A pipeline stage as it was when the event happened.
 *
 * @param order       position in the pipeline, from 1
 * @param kind        {@code OPEN}, {@code WON}, {@code LOST} or {@code INVALID}
 * @param probability chance of winning in percent
 */
public record StageState(String pipeline, String code, String name, int order, String kind, int probability) {}
