package io.kehu.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection that asks and waits, with hardly any cost of its own: the machine is the service's. */
final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;

    HttpConnection(int port, String token) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        headers = "Host: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** @param body JSON, or null */
    record Request(String method, String path, String body) {

        static Request get(String path) {
            return new Request("GET", path, null);
        }

        private String type() {
            return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        }
    }

    record Answer(int status, String body) {}

    Answer send(Request request) throws IOException {
        var body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
        var head = request.method() + " " + request.path() + " HTTP/1.1\r\n" + headers
                + (request.body() == null
                        ? "\r\n"
                        : "Content-Type: " + request.type() + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var message = new byte[start.length + body.length];
        System.arraycopy(start, 0, message, 0, start.length);
        System.arraycopy(body, 0, message, start.length, body.length);
        out.write(message);
        return answer();
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return new Answer(status, new String(chunked ? chunks() : read(length), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(read(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] read(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The service closed the connection");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
