package io.kehu.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, without the class names that Jackson would tell. */
record JsonFault(String field, String code, String reason) {

    static JsonFault of(Throwable failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new JsonFault(
                        path(unknown),
                        "field.unknown",
                        unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining(", ")));
            case JsonMappingException mismatch
            when !mismatch.getPath().isEmpty() -> new JsonFault(path(mismatch), "field.type", "");
            case JsonProcessingException malformed -> new JsonFault(null, "request.malformed", place(malformed));
            case null, default -> null;
        };
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String place(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
