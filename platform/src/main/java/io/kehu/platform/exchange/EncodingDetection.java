package io.kehu.platform.exchange;

import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how a text file is encoded: a byte order mark says it; UTF-16 shows by its zero bytes; what is strictly UTF-8 is
 * nothing else; of the rest, Chinese is told by how its byte pairs lie, because a spreadsheet in China saves GBK.
 */
final class EncodingDetection {

    private static final int BLOCK = 1 << 16;
    private static final int SAMPLE = 1 << 20;

    private EncodingDetection() {}

    /** @throws Invalid if it is no text at all */
    static FileFormat detect(Path file) throws IOException {
        byte[] start;
        try (var content = Files.newInputStream(file)) {
            start = content.readNBytes(BLOCK);
        }
        if (start.length == 0) {
            throw new Invalid("import.file-empty");
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return FileFormat.workbook();
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Invalid("import.spreadsheet");
        }
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return format("UTF-8", 3);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return format("UTF-16LE", 2);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return format("UTF-16BE", 2);
        }
        var zeros = zeros(start);
        if (zeros != null) {
            return format(zeros, 0);
        }
        return format(decodes(file, StandardCharsets.UTF_8) ? "UTF-8" : byBytePairs(file), 0);
    }

    private static FileFormat format(String charset, int markBytes) {
        return new FileFormat(charset, markBytes, ',');
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        for (var index = 0; index < bytes.length; index++) {
            if (index >= start.length || start[index] != (byte) bytes[index]) {
                return false;
            }
        }
        return true;
    }

    /** Commas and line ends of UTF-16 have a zero byte always on the same side; null if there are no zero bytes. */
    private static String zeros(byte[] start) {
        var even = 0;
        var odd = 0;
        for (var index = 0; index < start.length; index++) {
            if (start[index] == 0) {
                if (index % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even == 0 && odd == 0) {
            return null;
        }
        if (Math.min(even, odd) * 10 > Math.max(even, odd)) {
            throw new Invalid("import.not-text");
        }
        return odd > even ? "UTF-16LE" : "UTF-16BE";
    }

    static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder();
        var bytes = ByteBuffer.allocate(BLOCK);
        var characters = CharBuffer.allocate(BLOCK);
        try (var content = Files.newInputStream(file)) {
            while (true) {
                var read = content.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                if (!decodes(decoder, bytes, characters, read < 0)) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
            }
        }
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer characters, boolean end) {
        while (true) {
            var result = decoder.decode(bytes, characters.clear(), end);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }

    private static String byBytePairs(Path file) throws IOException {
        var pairs = new BytePairs();
        var detector = new UniversalDetector();
        try (var content = Files.newInputStream(file)) {
            var block = new byte[BLOCK];
            var seen = 0;
            for (var length = content.read(block); length > 0 && seen < SAMPLE; length = content.read(block)) {
                if (pairs.add(block, length)) {
                    detector.handleData(block, 0, length);
                    seen += length;
                }
            }
        }
        detector.dataEnd();
        if (pairs.areCommonChinese() && decodes(file, Charset.forName("GB18030"))) {
            return "GB18030";
        }
        var guess = detector.getDetectedCharset();
        if (guess != null && Charset.isSupported(guess) && decodes(file, Charset.forName(guess))) {
            return guess;
        }
        return decodes(file, Charset.forName("GB18030")) ? "GB18030" : "windows-1252";
    }
}
