package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of a user, a team or a role, as its history lists it. */
@Schema(description = "One change of a user, team or role 变更记录")
record RecordedChange(
        String id,
        Instant at,

        @Schema(
                description = "Username, or keycloak:<id> for whoever changed it in Keycloak itself",
                examples = "admin")
        String actor,

        @Schema(
                description = "What was done 操作; an operation of Keycloak itself is named as Keycloak names it",
                examples = "TEAM_CHANGED")
        String action,

        @Schema(description = "Whether this says that the change did not come about")
        boolean failed,

        List<FieldValues> changes) {

    record FieldValues(
            String field,
            @Schema(implementation = Object.class) JsonNode from,
            @Schema(implementation = Object.class) JsonNode to) {}
}
