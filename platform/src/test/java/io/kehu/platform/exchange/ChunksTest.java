package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void cutsAFileIntoChunks() {
        var chunks = all(chunks(null, IntStream.range(0, 1200).mapToObj(number -> "D" + number)));

        assertThat(chunks).extracting(List::size).containsExactly(500, 500, 200);
        assertThat(chunks.getLast().getLast().lastNumber()).isEqualTo(1201);
    }

    @Test
    void beginsAChunkWithARecordThatComesAgain() {
        assertThat(all(chunks(null, Stream.of("A", "B", "A", "A", "C"))))
                .extracting(List::size)
                .containsExactly(2, 1, 2);
    }

    @Test
    void keepsTheRowsOfARecordTogether() {
        var ids = IntStream.range(0, 1000).mapToObj(number -> "D" + number / 7);

        var chunks = all(chunks("externalId", ids));

        assertThat(chunks).hasSize(2);
        assertThat(chunks.getFirst()).hasSize(72).allMatch(group -> group.rows().size() == 7);
    }

    @Test
    void marksRecordsWhoseRowsAreScattered() {
        var groups = all(chunks("externalId", Stream.of("A", "A", "B", "A"))).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(groups).extracting(group -> group.rows().size()).containsExactly(2, 1, 1);
        assertThat(groups.getLast().rows().getFirst().fault()).isEqualTo("import.group-scattered");
    }

    @Test
    void goesOnBehindTheRowsThatAreDone() {
        var chunks = chunks("externalId", Stream.of("A", "A", "B", "C", "A"));
        chunks.skipThrough(3);

        var groups = all(chunks).stream().flatMap(List::stream).toList();

        assertThat(groups).extracting(RowGroup::firstNumber).containsExactly(4L, 5L, 6L);
        assertThat(groups.getLast().rows().getFirst().fault()).isEqualTo("import.group-scattered");
    }

    @Test
    void passesOverBlankRows() {
        var groups = all(chunks(null, Stream.of("A", "", "B"))).getFirst();

        assertThat(groups).extracting(RowGroup::firstNumber).containsExactly(2L, 4L);
    }

    @Test
    void givesUpOnARecordWithoutEnd() {
        assertThatThrownBy(() ->
                        all(chunks("externalId", Stream.generate(() -> "A").limit(6000))))
                .isInstanceOf(JobFailure.class);
    }

    private static Chunks chunks(String groupBy, Stream<String> ids) {
        var rows = new ArrayList<FileRow>();
        ids.forEach(id -> rows.add(new FileRow(rows.size() + 2, List.of(id, id.isEmpty() ? "" : "Deal"), null)));
        return new Chunks(rows.iterator(), RowReadingTest.reading("{}", new Deals(groupBy)));
    }

    private static List<List<RowGroup>> all(Chunks chunks) {
        var all = new ArrayList<List<RowGroup>>();
        for (var chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
            all.add(chunk);
        }
        return all;
    }
}
