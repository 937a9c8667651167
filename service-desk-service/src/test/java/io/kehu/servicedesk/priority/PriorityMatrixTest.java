package io.kehu.servicedesk.priority;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.servicedesk.Level;
import io.kehu.servicedesk.Priority;
import org.junit.jupiter.api.Test;

class PriorityMatrixTest {

    @Test
    void followsFromImpactAndUrgencyOfWhichTheUntoldIsMedium() {
        var matrix = UsualPriorities.MATRIX;
        assertThat(matrix.priority(Level.HIGH, Level.HIGH)).isEqualTo(Priority.CRITICAL);
        assertThat(matrix.priority(Level.HIGH, Level.LOW)).isEqualTo(Priority.MEDIUM);
        assertThat(matrix.priority(Level.LOW, Level.HIGH)).isEqualTo(Priority.MEDIUM);
        assertThat(matrix.priority(Level.LOW, Level.LOW)).isEqualTo(Priority.LOW);
        assertThat(matrix.priority(Level.HIGH, null)).isEqualTo(Priority.HIGH);
        assertThat(matrix.priority(null, null)).isEqualTo(Priority.MEDIUM);
    }
}
