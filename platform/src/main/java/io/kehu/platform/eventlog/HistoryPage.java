package io.kehu.platform.eventlog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param nextBefore version to pass as {@code before} for the next page, or null at the end */
@Schema(requiredProperties = "items")
public record HistoryPage(List<HistoryEntry> items, Long nextBefore) {}
