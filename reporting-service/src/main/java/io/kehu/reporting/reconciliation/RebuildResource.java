package io.kehu.reporting.reconciliation;

import io.kehu.events.Context;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** Has every source send its events again. The figures are served all the while, and end the same if nothing was lost. */
@Path("/v1/reports/rebuild")
@Tag(name = "Operations 运维")
@RunOnVirtualThread
@Idempotent
public class RebuildResource {

    private final SourceClient sources;

    RebuildResource(SourceClient sources) {
        this.sources = sources;
    }

    /** The range of recording times that is sent again, as sources take it. */
    record Range(Instant from, Instant to) {}

    /** What one source did. */
    @Schema(name = "RebuiltSource")
    public record Replayed(
            String service,

            @Schema(description = "Events sent again; absent if it could not be asked")
            Long events,

            @Schema(description = "Why it could not be asked")
            String trouble) {}

    /** What every source did. */
    @Schema(name = "Rebuild", description = "What each source has sent again; freshness tells when it has been applied")
    public record Rebuild(List<Replayed> sources) {}

    @POST
    @RolesAllowed("operations:write")
    @Operation(summary = "Rebuild the read models 重建报表库 from the owners' event logs")
    public Rebuild rebuild(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        var everything = new Range(Instant.EPOCH, EventLog.now());
        return new Rebuild(Stream.of(Context.values())
                .map(context -> replay(context.code() + "-service", everything, authorization))
                .toList());
    }

    private Replayed replay(String service, Range range, String authorization) {
        var answer = sources.post(service, "/v1/operations/replays", range, authorization);
        return new Replayed(
                service, answer.here() ? answer.body().path("events").asLong() : null, answer.trouble());
    }
}
