package io.kehu.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what a well-behaved client never would, byte by byte. */
final class RawRequest {

    private RawRequest() {}

    /** The whole answer to a GET with exactly this target. */
    static String get(URI gateway, String target, String... headers) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            var lines = "GET " + target + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
