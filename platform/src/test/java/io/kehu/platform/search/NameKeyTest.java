package io.kehu.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTest {

    @Test
    void leavesOutLegalFormBracketsWidthAndCase() {
        assertThat(NameKey.of("远山科技（上海）股份有限公司")).isEqualTo(NameKey.of("远山科技(上海)有限公司"));
        assertThat(NameKey.of("ＡＢＣ Trading Co., Ltd."))
                .isEqualTo(NameKey.of("abc trading"))
                .isEqualTo("abctrading");
        assertThat(NameKey.of("Bike GmbH & Co. KG")).isEqualTo("bike");
        assertThat(NameKey.of("Vino S.A.")).isEqualTo("vino");
        assertThat(NameKey.of("远山科技")).isNotEqualTo(NameKey.of("近山科技"));
    }

    @Test
    void keepsANameThatIsNothingElse() {
        assertThat(NameKey.of("Co")).isEqualTo("co");
        assertThat(NameKey.of("有限公司")).isEqualTo("有限公司");
    }
}
