package io.kehu.platform.exchange;

import io.kehu.platform.table.TableType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** How a file is written, so that it can be read again and an error file be written the same way. */
record FileFormat(Kind kind, String charset, int markBytes, char delimiter) {

    /** What the caller sent. A workbook is turned into text before it is kept, so both are read the same way. */
    enum Kind {
        CSV,
        XLSX
    }

    FileFormat(String charset, int markBytes, char delimiter) {
        this(Kind.CSV, charset, markBytes, delimiter);
    }

    static FileFormat workbook() {
        return new FileFormat(Kind.XLSX, "UTF-8", 0, ',');
    }

    TableType type() {
        return switch (kind) {
            case CSV -> TableType.CSV;
            case XLSX -> TableType.XLSX;
        };
    }

    FileFormat delimitedBy(char newDelimiter) {
        return new FileFormat(kind, charset, markBytes, newDelimiter);
    }

    /** The file's text behind its byte order mark; bytes that are none in its encoding fail the reading. */
    Reader open(InputStream file) throws IOException {
        file.skipNBytes(markBytes);
        return new InputStreamReader(
                file,
                Charset.forName(charset)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
