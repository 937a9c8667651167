package io.kehu.customer.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailDomainTest {

    @Test
    void knowsDomainsThatSayNothing() {
        assertThat(EmailDomain.of("li@QQ.com")).isNull();
        assertThat(EmailDomain.of("li@Far-Hills.example")).isEqualTo("far-hills.example");
    }
}
