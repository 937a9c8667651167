package io.kehu.reporting.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenNumbersTest {

    @Test
    void readsEachNumberOfAnArray() {
        assertThat(read("{}")).isEmpty();
        assertThat(read("{7}")).containsExactly(7);
        assertThat(read("{0,-14,2147483647,90}")).containsExactly(0, -14, Integer.MAX_VALUE, 90);
    }

    private static List<Integer> read(String text) {
        var read = new ArrayList<Integer>();
        for (var numbers = new WrittenNumbers(text); numbers.more(); ) {
            read.add(numbers.next());
        }
        return read;
    }
}
