package io.kehu.platform.eventlog;

import java.util.List;

/** @param nextBefore version to pass as {@code before} for the next page, or null at the end */
public record HistoryPage(List<HistoryEntry> items, Long nextBefore) {}
