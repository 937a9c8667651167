package io.kehu.platform.openapi;

import java.util.EnumSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that operations answer, each described once and referred to. */
enum Problems {
    BAD_REQUEST(400, "The request is malformed: unknown or wrong field, parameter or filter"),
    UNAUTHORIZED(401, "No valid token"),
    FORBIDDEN(403, "The caller lacks the permission, or may only read the record"),
    NOT_FOUND(404, "There is no such record, or the caller may not see it"),
    NOT_ACCEPTABLE(406, "The operation does not answer in the wanted media type"),
    CONFLICT(
            409,
            "The record's state or another record forbids it, or the first call with this key is still being worked on"),
    GONE(410, "The cursor is too old, or the caller sees other rows now: read the list anew"),
    STALE(412, "The record has another version than If-Match names"),
    TOO_LARGE(413, "The body is too large"),
    QUERY_TOO_LONG(414, "The query is longer than 4 KB"),
    UNSUPPORTED_MEDIA_TYPE(415, "The operation does not take this media type"),
    INVALID(422, "A field breaks a rule, or the key was used with another body"),
    TOO_MANY_REQUESTS(429, "Too many requests; Retry-After says when to come back"),
    UNAVAILABLE(503, "A part that is needed is away; Retry-After says when to come back"),
    TIMEOUT(504, "The service did not answer in time");

    private static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String description;

    Problems(int status, String description) {
        this.status = status;
        this.description = description;
    }

    int status() {
        return status;
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + key());
    }

    private String key() {
        return "Problem" + status;
    }

    static void define(Components components) {
        for (var problem : EnumSet.allOf(Problems.class)) {
            var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
            components.addResponse(
                    problem.key(),
                    OASFactory.createAPIResponse()
                            .description(problem.description)
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            MEDIA_TYPE,
                                            OASFactory.createMediaType().schema(schema))));
        }
    }
}
