package io.kehu.local.demo.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** A form with a file, as a browser would send it; the file is streamed, and may be sent again. */
record Multipart(Map<String, String> fields, Path file) {

    private static final String BOUNDARY = "kehu-demo-2f6c1b0e9d";

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher body() {
        try {
            var parts = new ArrayList<BodyPublisher>();
            fields.forEach(
                    (name, value) -> parts.add(part("name=\"%s\"".formatted(name), "text/plain", value + "\r\n")));
            parts.add(part("name=\"file\"; filename=\"%s\"".formatted(file.getFileName()), "text/csv", ""));
            parts.add(BodyPublishers.ofFile(file));
            parts.add(BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
            return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
        } catch (FileNotFoundException e) {
            throw new DemoFailure("there is no " + file, e);
        }
    }

    private static BodyPublisher part(String disposition, String type, String content) {
        return BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s; charset=UTF-8\r\n\r\n%s"
                        .formatted(BOUNDARY, disposition, type, content));
    }
}
