package io.kehu.local.demo.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void makesUsernamesOfNames() {
        assertThat(Slug.of("Moses Frase")).isEqualTo("moses-frase");
        assertThat(Slug.of("Mei-Mei Johns")).isEqualTo("mei-mei-johns");
        assertThat(Slug.of("  Zoé O'Neill ")).isEqualTo("zoe-o-neill");
    }
}
