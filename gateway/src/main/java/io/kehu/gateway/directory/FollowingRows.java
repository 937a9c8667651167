package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A user's move that not every service has heard of yet, kept with the user in Keycloak until each has.
 *
 * @param id that of the {@link ChangeNote}
 */
record FollowingRows(UUID id, String team, Instant orderedAt) {

    static final String ATTRIBUTE = "kehu.rows";

    /** Beside the move itself, because users can be found by the whole value of an attribute only. */
    static final String PENDING = "pending";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    ArrayNode attribute() {
        try {
            return JSON.createArrayNode().add(PENDING).add(JSON.writeValueAsString(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The move within a user, if there is one. */
    static Optional<FollowingRows> within(JsonNode user) {
        return user.path("attributes")
                .path(ATTRIBUTE)
                .valueStream()
                .map(JsonNode::asText)
                .filter(value -> !value.equals(PENDING))
                .findFirst()
                .flatMap(FollowingRows::read);
    }

    private static Optional<FollowingRows> read(String value) {
        try {
            return Optional.of(JSON.readValue(value, FollowingRows.class));
        } catch (JsonProcessingException writtenByHand) {
            return Optional.empty();
        }
    }

    /** What the services are told. */
    JsonObject order() {
        return new JsonObject().put("id", id.toString()).put("team", team).put("orderedAt", orderedAt.toString());
    }
}
