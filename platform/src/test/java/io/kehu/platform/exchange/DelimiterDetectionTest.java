package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class DelimiterDetectionTest {

    @Test
    void takesWhatMakesRowsAsWideAsTheirHeadings() throws IOException {
        assertThat(detect("name,city\nAcme,Paris\n")).isEqualTo(',');
        assertThat(detect("name;amount\nAcme;1,50\nBest;2,75\n")).isEqualTo(';');
        assertThat(detect("name\tcity, country\tnote\nAcme\tParis, France\tx;y\n"))
                .isEqualTo('\t');
        assertThat(detect("name|city\nAcme|Paris\n")).isEqualTo('|');
    }

    @Test
    void isNotMisledByDelimitersInQuotes() throws IOException {
        assertThat(detect("name;note\n\"a\";\"1,2,3\n4,5\"\n\"b\";\"6,7\"\n")).isEqualTo(';');
    }

    @Test
    void takesACommaWhereThereIsOneColumnOnly() throws IOException {
        assertThat(detect("name\nAcme\n")).isEqualTo(',');
    }

    @Test
    void judgesByTheBeginningOfALongFile() throws IOException {
        assertThat(detect("name;note\n" + "Acme;a, b\n".repeat(20_000))).isEqualTo(';');
    }

    private static char detect(String text) throws IOException {
        return DelimiterDetection.detect(new StringReader(text));
    }
}
