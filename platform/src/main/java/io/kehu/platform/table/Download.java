package io.kehu.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that is written while it is sent. Operations give it as it is: of a response with a body and several media types to
 * choose from, the framework sends what the body's {@code toString} says.
 */
@Schema(type = SchemaType.STRING, format = "binary", description = "A file 文件")
public final class Download {

    private final String contentType;
    private final String fileName;
    private final Content content;

    public Download(String contentType, String fileName, Content content) {
        this.contentType = contentType;
        this.fileName = fileName;
        this.content = content;
    }

    /** What writes the body. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    String contentType() {
        return contentType;
    }

    String fileName() {
        return fileName;
    }

    void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }
}
