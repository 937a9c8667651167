package io.kehu.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQuestionTest {

    private static final SearchText COMPANY =
            new SearchText(List.of("重庆长安 ABC 信息技术有限公司"), List.of("C20260315001", "91990000000000019N"));

    /** As the database judges: all of one alternative's pieces, and the text. */
    private static boolean finds(SearchText record, String typed) {
        var grams = Grams.of(record);
        return SearchQuestion.of(typed).pieces().stream()
                .allMatch(piece -> grams.text().contains(piece.text())
                        && (piece.alternatives().isEmpty()
                                || piece.alternatives().stream().anyMatch(grams.hashes()::containsAll)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "重庆",
                "长安",
                "重庆长安",
                "技术有限公司",
                "有限公司",
                "安abc",
                "ABC",
                "abc信息",
                "chongqing",
                "changan",
                "qingchang",
                "cqca",
                "ca",
                "xxjs",
                "重庆 信息",
                "Xinxi",
                "C20260315001",
                "c2026",
                "5001",
                "91990000000000019N",
                "9199000000"
            })
    void findsWhateverPeopleTypeForAName(String typed) {
        assertThat(finds(COMPANY, typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"长庆", "zhongqing", "hw", "C20260316", "5002", "重庆 上海"})
    void findsNothingElse(String typed) {
        assertThat(finds(COMPANY, typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"单雄信, shanxiongxin", "单雄信, danxiong", "曾国藩, zgf", "吕布, lvbu", "吕布, lb"})
    void readsSurnamesAsTheyAreRead(String name, String typed) {
        var person = SearchText.of(Stream.of(name), Stream.empty());
        assertThat(finds(person, typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--", "%", "_", "\\"})
    void takesSignsForNothing(String typed) {
        assertThat(SearchQuestion.of(typed).pieces()).isEmpty();
    }
}
