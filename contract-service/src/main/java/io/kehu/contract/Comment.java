package io.kehu.contract;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody adds to a step, if anything. */
@Schema(description = "A comment 备注")
public record Comment(@Size(max = 2000) String comment) {

    /** The text of a comment that may be missing as a whole. */
    static String text(Comment comment) {
        return comment == null ? null : comment.comment();
    }
}
