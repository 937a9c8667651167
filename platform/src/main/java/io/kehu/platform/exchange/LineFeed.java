package io.kehu.platform.exchange;

import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Gives a CSV parser one line at a time and remembers the lines of the present row, so that after a row whose quotes do not
 * pair up only its first line is lost and reading goes on with the next.
 */
final class LineFeed extends Reader {

    /** Longest row, in characters: what is longer is no table, or a quote that nobody closed. */
    private static final int LONGEST = 1 << 20;

    private final Reader source;
    private final char[] buffer = new char[1 << 15];
    private final Deque<String> again = new ArrayDeque<>();
    private final List<String> row = new ArrayList<>();
    private int start;
    private int end;
    private int rowLength;
    private String line = "";
    private int position;

    LineFeed(Reader source) {
        this.source = source;
    }

    /** Forgets the lines so far: whatever is read from now on belongs to the next row. */
    void startRow() {
        row.clear();
        rowLength = 0;
    }

    /** The first line of the present row, without its end; reading goes on with the line behind it. */
    String giveUpRow() {
        var first = row.removeFirst();
        row.reversed().forEach(again::addFirst);
        startRow();
        line = "";
        position = 0;
        return first.stripTrailing();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == line.length() && !nextLine()) {
            return -1;
        }
        var count = Math.min(length, line.length() - position);
        line.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private boolean nextLine() throws IOException {
        if (rowLength > LONGEST) {
            throw new RowTooLong();
        }
        var next = again.isEmpty() ? readLine() : again.removeFirst();
        if (next == null) {
            return false;
        }
        line = next;
        position = 0;
        row.add(next);
        rowLength += next.length();
        return true;
    }

    /** With its end, which is a line feed or the end of the file. */
    private String readLine() throws IOException {
        var text = new StringBuilder();
        while (start < end || fill()) {
            for (var index = start; index < end; index++) {
                if (buffer[index] == '\0') {
                    throw new Invalid("import.not-text");
                }
                if (buffer[index] == '\n') {
                    text.append(buffer, start, index + 1 - start);
                    start = index + 1;
                    return text.toString();
                }
            }
            text.append(buffer, start, end - start);
            start = end;
            if (text.length() > LONGEST) {
                throw new Invalid("import.line-too-long", LONGEST);
            }
        }
        return text.isEmpty() ? null : text.toString();
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, source.read(buffer, 0, buffer.length));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Thrown into the parser, which passes it on as a cause. */
    static final class RowTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowTooLong() {
            super("A row is too long", null, false, false);
        }
    }
}
