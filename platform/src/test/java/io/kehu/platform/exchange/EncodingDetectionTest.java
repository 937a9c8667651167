package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingDetectionTest {

    private static final String CHINESE = "客户名称,行业\n北京科技有限公司,制造业\n";

    @TempDir
    Path folder;

    @Test
    void knowsUtf8WithoutAMark() throws IOException {
        assertThat(detect(CHINESE.getBytes("UTF-8"))).isEqualTo(new FileFormat("UTF-8", 0, ','));
        assertThat(detect("name,city\nAcme,Paris\n".getBytes("US-ASCII")).charset())
                .isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,3", "UTF-16LE,2", "UTF-16BE,2"})
    void knowsEncodingsByTheirMark(String charset, int length) throws IOException {
        assertThat(detect(("\ufeff" + CHINESE).getBytes(charset))).isEqualTo(new FileFormat(charset, length, ','));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void knowsUtf16ByItsZeroBytes(String charset) throws IOException {
        assertThat(detect(CHINESE.getBytes(charset)).charset()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHINESE, "名,电\n", "name,city\nLi,北京\n", "姓名,电话\n张三,13800001234\n"})
    void knowsWhatASpreadsheetInChinaSaves(String text) throws IOException {
        assertThat(detect(text.getBytes("GBK")).charset()).isEqualTo("GB18030");
    }

    @Test
    void findsTheFirstChineseFarBehindMuchAscii() throws IOException {
        var text = "code,name\n" + "1234567890,abcdefghij\n".repeat(20_000) + "1,北京科技有限公司\n";

        assertThat(detect(text.getBytes("GBK")).charset()).isEqualTo("GB18030");
        assertThat(detect(text.getBytes("UTF-8")).charset()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"windows-1252|Name,City Müller,Köln José,São Paulo", "Big5|客戶名稱,產業 台北科技有限公司,製造業"})
    void leavesOtherEncodingsToTheirStatistics(String charset, String text) throws IOException {
        assertThat(Charset.forName(detect(text.getBytes(charset)).charset())).isEqualTo(Charset.forName(charset));
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> detect(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasMessageContaining("import.spreadsheet");
        assertThatThrownBy(() -> detect(new byte[] {0, 0, 1, 0, 0, 7, 0, 0})).hasMessageContaining("import.not-text");
        assertThatThrownBy(() -> detect(new byte[0])).isInstanceOf(Invalid.class);
    }

    private FileFormat detect(byte[] content) throws IOException {
        return EncodingDetection.detect(Files.write(folder.resolve("file.csv"), content));
    }
}
