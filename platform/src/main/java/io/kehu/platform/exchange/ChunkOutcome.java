package io.kehu.platform.exchange;

import java.util.List;

/**
 * What became of a chunk.
 *
 * @param rows     rows of the file in it
 * @param rejected records that were not taken; {@code rejects} has all of their rows
 */
record ChunkOutcome(
        int rows, int created, int updated, int unchanged, int removed, int rejected, List<RejectedRow> rejects) {

    static ChunkOutcome rejected(RowGroup group, List<RejectedRow> rejects) {
        return new ChunkOutcome(group.rows().size(), 0, 0, 0, 0, 1, rejects);
    }
}
