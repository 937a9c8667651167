package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Cuts a file into chunks. A group is never cut, and a record that comes twice begins a chunk the second time, because one
 * transaction changes a record once.
 */
final class Chunks {

    private static final int ROWS = 500;
    private static final int MOST_ROWS_OF_A_GROUP = 5_000;
    private static final int CHARACTERS = 4_000_000;

    private final Iterator<FileRow> rows;
    private final RowReading<?> reading;
    private final Set<String> pastGroups = new HashSet<>();
    private FileRow aheadRow;
    private RowGroup aheadGroup;

    /** @param rows of the file behind its headings */
    Chunks(Iterator<FileRow> rows, RowReading<?> reading) {
        this.rows = rows;
        this.reading = reading;
    }

    /** Passes over the rows up to this number, which an earlier run has done. */
    void skipThrough(long number) {
        while (peek() != null && aheadRow.number() <= number) {
            var key = reading.groupKey(aheadRow);
            if (key != null) {
                pastGroups.add(key);
            }
            aheadRow = null;
        }
    }

    /** The next groups, or none at the end of the file. */
    List<RowGroup> next() {
        var chunk = new ArrayList<RowGroup>();
        var known = new HashSet<ExternalId>();
        var count = 0;
        var characters = 0;
        while (count < ROWS && characters < CHARACTERS) {
            var group = aheadGroup == null ? nextGroup() : aheadGroup;
            aheadGroup = null;
            if (group == null) {
                break;
            }
            var externalId = reading.externalId(group.rows().getFirst());
            if (externalId != null && !known.add(externalId)) {
                aheadGroup = group;
                break;
            }
            chunk.add(group);
            count += group.rows().size();
            characters += group.rows().stream().mapToInt(FileRow::length).sum();
        }
        return chunk;
    }

    private RowGroup nextGroup() {
        var first = take();
        if (first == null) {
            return null;
        }
        var key = reading.groupKey(first);
        var group = new ArrayList<>(List.of(first));
        if (key != null) {
            while (peek() != null && key.equals(reading.groupKey(aheadRow))) {
                if (group.size() == MOST_ROWS_OF_A_GROUP) {
                    throw new JobFailure("import.group-too-long", first.number(), MOST_ROWS_OF_A_GROUP);
                }
                group.add(take());
            }
            if (!pastGroups.add(key)) {
                group.replaceAll(row -> new FileRow(row.number(), row.cells(), "import.group-scattered"));
            }
        }
        return new RowGroup(List.copyOf(group));
    }

    private FileRow take() {
        var row = peek();
        aheadRow = null;
        return row;
    }

    private FileRow peek() {
        while (aheadRow == null && rows.hasNext()) {
            var row = rows.next();
            if (!row.isBlank()) {
                aheadRow = row;
            }
        }
        return aheadRow;
    }
}
