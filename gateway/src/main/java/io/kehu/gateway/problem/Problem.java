package io.kehu.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** RFC 9457 as every Kehu service writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type, String title, int status, String detail, String code, List<FieldError> errors, String traceId) {

    /** What is wrong with one field. */
    record FieldError(String field, String code, String message) {}
}
