package io.kehu.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body that is written while it is sent. A type of ours instead of a {@code StreamingOutput}, because of those an operation
 * with several media types sends the name of their class.
 */
@Schema(type = SchemaType.STRING, format = "binary", description = "A file 文件")
public final class Download {

    private final Content content;

    public Download(Content content) {
        this.content = content;
    }

    /** What writes the body. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }
}
