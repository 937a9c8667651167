package io.kehu.activity.timeline;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/timeline")
@Tag(name = "Timeline 时间线")
@RunOnVirtualThread
@Idempotent
public class TimelineResource {

    private final TimelineReader reader;

    TimelineResource(TimelineReader reader) {
        this.reader = reader;
    }

    @GET
    @RolesAllowed("activity:read")
    @Operation(summary = "Everything that happened around a customer or an opportunity 时间线, the newest first")
    public Page<TimelineItem> timeline(
            @RestQuery
                    @NotNull
                    @Parameter(
                            description = "customer:<id> or opportunity:<id>",
                            example = "customer:0198f2f2-6b1c-7d3e-8a4f-2f6d1c0b9a87")
                    String subject,
            @RestQuery String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reader.page(TimelineSubject.parse(subject), cursor, limit);
    }
}
