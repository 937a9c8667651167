package io.kehu.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+8613812341234",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\nx",
                " =1",
                "＝1",
                "＋1",
                "'=1",
                "''@x"
            })
    void guardsWhatASpreadsheetWouldRunAndGivesItBack(String text) {
        assertThat(Formulas.neutralised(text)).isEqualTo("'" + text);
        assertThat(Formulas.restored("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "远山", "'tis", "'", "1-2", "https://x.cn/?a=b"})
    void leavesOtherTextsAlone(String text) {
        assertThat(Formulas.neutralised(text)).isEqualTo(text);
        assertThat(Formulas.restored(text)).isEqualTo(text);
    }
}
