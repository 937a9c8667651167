package io.kehu.platform.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as RFC 9457 tells it. */
@Schema(description = "What went wrong, as RFC 9457 problem details 错误信息")
public record Problem(
        @Schema(description = "Identifies the kind of problem", examples = "urn:kehu:problem:validation.failed")
        String type,

        String title,
        int status,

        @Schema(description = "What happened, in the language of Accept-Language (en or zh-CN)")
        String detail,

        @Schema(description = "Stable code to act upon", examples = "validation.failed")
        String code,

        @Schema(description = "Each field that is wrong, and the rule")
        List<FieldError> errors,

        String traceId,
        @Schema(hidden = true) Object details) {

    /** @param field path of the field in the request, for instance {@code lines[0].quantity}, or a parameter's name */
    public record FieldError(String field, String code, String message) {}
}
