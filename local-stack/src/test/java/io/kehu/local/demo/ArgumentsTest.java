package io.kehu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.local.demo.client.DemoFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void readsAFolder() {
        assertThat(Arguments.of(List.of("../data"))).isEqualTo(new Arguments(Path.of("../data"), 1000, 1));
    }

    @Test
    void readsTheSizeOfAMadeUpCompany() {
        assertThat(Arguments.of(List.of("--seed", "7", "--customers", "50"))).isEqualTo(new Arguments(null, 50, 7));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Arguments.of(List.of("--customers", "many"))).isInstanceOf(DemoFailure.class);
        assertThatThrownBy(() -> Arguments.of(List.of("--customers"))).isInstanceOf(DemoFailure.class);
        assertThatThrownBy(() -> Arguments.of(List.of("--size", "5"))).isInstanceOf(DemoFailure.class);
        assertThatThrownBy(() -> Arguments.of(List.of("one", "two"))).isInstanceOf(DemoFailure.class);
    }
}
