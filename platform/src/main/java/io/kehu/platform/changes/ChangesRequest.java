package io.kehu.platform.changes;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters by which changes are asked for. */
public class ChangesRequest {

    @RestQuery
    @Parameter(description = "The nextCursor of the last answer 游标; without one nothing but a cursor is given")
    String cursor;

    @RestQuery
    @Parameter(
            description = "Records per answer 每次条数, 1 to 200",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    Integer limit;

    public ChangesRequest() {}

    /** A request made in code. */
    public static ChangesRequest of(String cursor, Integer limit) {
        var request = new ChangesRequest();
        request.cursor = cursor;
        request.limit = limit;
        return request;
    }
}
