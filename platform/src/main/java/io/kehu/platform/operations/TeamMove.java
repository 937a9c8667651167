package io.kehu.platform.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The last move of a user to another team that takes his records along, and how far it is here.
 *
 * @param moved      records that have got the team by this move
 * @param finishedAt when no record was left any more, or null
 */
@Schema(description = "A user's move to another team 调动部门 that his records follow, and how far it is")
public record TeamMove(
        @Schema(description = "Owner of the records 负责人", examples = "li.lei")
        String username,

        @Schema(description = "The move, as the user's history names it")
        UUID id,

        @Schema(description = "Path of the new team", examples = "/sales/west")
        String team,

        Instant orderedAt,

        @Schema(description = "Records that have moved") long moved,

        @Schema(description = "When no record was left any more", nullable = true)
        Instant finishedAt) {

    /** What is ordered: by the same id, it is the same move. */
    @Schema(name = "TeamMoveOrder", description = "A user's records are to belong to another team")
    public record Order(
            @Schema(description = "The move, as the user's history names it") @NotNull
            UUID id,

            @Schema(description = "Path of the new team", examples = "/sales/west") @NotBlank @Size(max = 500)
            String team,

            @Schema(description = "When the user was moved; an order older than the one known changes nothing") @NotNull
            Instant orderedAt) {}
}
