package io.kehu.platform.operations;

import io.kehu.platform.eventlog.DeadLetters;
import io.kehu.platform.eventlog.Replay;
import io.kehu.platform.personal.Resealing;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an operator does to one service, on its own port: the gateway does not route here. */
@Path("/v1/operations")
@Tag(name = "Operations 运维")
@RunOnVirtualThread
@Idempotent
public class OperationsResource {

    private static final int MOST = 200;

    private final DeadLetters deadLetters;
    private final Replay replay;
    private final Resealing resealing;
    private final TeamMoves teamMoves;

    OperationsResource(DeadLetters deadLetters, Replay replay, Resealing resealing, TeamMoves teamMoves) {
        this.deadLetters = deadLetters;
        this.replay = replay;
        this.resealing = resealing;
        this.teamMoves = teamMoves;
    }

    /** A range of recording times, from inclusive, to exclusive. */
    public record ReplayRange(
            @NotNull Instant from, @NotNull Instant to) {}

    /** How many events Kafka acknowledged on the replay topic. */
    public record Replayed(long events) {}

    @GET
    @Path("/dead-letters")
    @RolesAllowed("operations:read")
    @Operation(summary = "Events that could not be processed, the newest 200")
    public List<DeadLetters.DeadLetter> deadLetters() {
        return deadLetters.list(MOST);
    }

    @POST
    @Path("/dead-letters/{id}/redrive")
    @RolesAllowed("operations:write")
    @Operation(summary = "Send a dead letter to its topic again")
    public void redrive(UUID id) {
        deadLetters.redrive(id);
    }

    @POST
    @Path("/replays")
    @RolesAllowed("operations:write")
    @Operation(summary = "Send a range of recorded events to the replay topic")
    public Replayed replay(@Valid @NotNull ReplayRange range) {
        return new Replayed(replay.send(range.from(), range.to()));
    }

    @GET
    @Path("/personal-data")
    @RolesAllowed("operations:read")
    @Operation(summary = "The current key of personal data 密钥, and how many values are not under it yet")
    public Resealing.Status personalData() {
        return resealing.status();
    }

    @POST
    @Path("/personal-data/reseal")
    @RolesAllowed("operations:write")
    @Operation(summary = "Look through all sealed columns again for values under a key of before")
    public void reseal() {
        resealing.again();
    }

    @GET
    @Path("/team-moves")
    @RolesAllowed("operations:read")
    @Operation(summary = "Users' moves that their records follow 调动部门, the newest 200, and how far each is")
    public List<TeamMove> teamMoves() {
        return teamMoves.newest(MOST);
    }

    @PUT
    @Path("/team-moves/{username}")
    @RolesAllowed("operations:write")
    @Operation(summary = "Let a user's records follow to another team 记录随人调动, in the background; safe to repeat")
    public TeamMove followToTeam(String username, @Valid @NotNull TeamMove.Order order) {
        return teamMoves.order(username, order);
    }
}
