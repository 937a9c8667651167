package io.kehu.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** How a file is written, so that it can be read again and an error file be written the same way. */
record FileFormat(String charset, int markBytes, char delimiter) {

    FileFormat delimitedBy(char newDelimiter) {
        return new FileFormat(charset, markBytes, newDelimiter);
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
