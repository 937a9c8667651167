package io.kehu.gateway.directory;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of what is only paged. */
public class PageQuery {

    @RestQuery
    @Parameter(
            description = "Rows per page 每页条数, 1 to 200",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "200"))
    Integer limit;

    @RestQuery
    @Parameter(description = "Where the last page ended: its nextCursor 游标")
    String cursor;
}
