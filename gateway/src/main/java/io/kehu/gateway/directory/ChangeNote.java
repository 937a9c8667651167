package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who changed what, written beside the change into the record in Keycloak. Keycloak's admin events keep every request with
 * its content, so each note stays in them, though the record itself shows the last one only.
 *
 * @param changes by field
 * @param failed  whether this says that the change noted before did not come about
 */
record ChangeNote(UUID id, String actor, Action action, Map<String, Values> changes, boolean failed) {

    static final String ATTRIBUTE = "kehu.change";

    /** Keycloak's column for a group's attribute holds 255 characters. */
    private static final int PIECE = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was done. */
    enum Action {
        CREATED,
        UPDATED,
        ENABLED,
        DISABLED,
        TEAM_CHANGED,
        ROLES_CHANGED,
        PERMISSIONS_CHANGED,
        PASSWORD_RESET,
        DELETED
    }

    record Values(JsonNode from, JsonNode to) {}

    static ChangeNote of(String actor, Action action) {
        return new ChangeNote(UUID.randomUUID(), actor, action, new LinkedHashMap<>(), false);
    }

    /** Adds a field, unless it stays the same. */
    ChangeNote with(String field, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.put(field, new Values(JSON.valueToTree(from), JSON.valueToTree(to)));
        }
        return this;
    }

    ChangeNote asFailed() {
        return new ChangeNote(id, actor, action, changes, true);
    }

    /** The values of the attribute: pieces in any order, as Keycloak may give them back in another. */
    ArrayNode attribute() {
        try {
            var text = JSON.writeValueAsString(this);
            var pieces = JsonNodeFactory.instance.arrayNode();
            for (var start = 0; start < text.length(); start += PIECE) {
                pieces.add("%02d:".formatted(pieces.size())
                        + text.substring(start, Math.min(text.length(), start + PIECE)));
            }
            return pieces;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The note within a user or group, if it has one. */
    static Optional<ChangeNote> within(JsonNode representation) {
        var pieces = new ArrayList<String>();
        representation.path("attributes").path(ATTRIBUTE).forEach(piece -> pieces.add(piece.asText()));
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        Collections.sort(pieces);
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.substring(piece.indexOf(':') + 1)));
        try {
            return Optional.of(JSON.readValue(text.toString(), ChangeNote.class));
        } catch (JsonProcessingException writtenByHand) {
            return Optional.empty();
        }
    }
}
