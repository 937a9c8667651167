package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kehu.gateway.directory.RecordedChange.FieldValues;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the history of a user, a team or a role from Keycloak's admin events: what was changed here by its {@link ChangeNote}, and
 * what was changed in Keycloak itself as Keycloak tells it.
 */
@ApplicationScoped
class ChangeTrail {

    private static final int PAGE = 200;

    private final KeycloakAdmin keycloak;
    private final ObjectMapper json;
    private String ownAccount;

    ChangeTrail(KeycloakAdmin keycloak, ObjectMapper json) {
        this.keycloak = keycloak;
        this.json = json;
    }

    /**
     * The newest first.
     *
     * @param record {@code users/<id>}, {@code groups/<id>} or {@code roles/<name>}
     */
    Slice<RecordedChange> of(String record, PageQuery query, Caller caller) {
        var limit = Slice.limit(query.limit);
        var place = Place.read(query.cursor, record);
        var found = new ArrayList<RecordedChange>();
        var position = place.position();
        while (true) {
            var events = keycloak.get("/admin-events?resourcePath=%s*&dateTo=%d&first=%d&max=%d"
                    .formatted(record, place.newest(), position, PAGE));
            for (var event : events) {
                var change = change(event, record, caller);
                if (change.isPresent() && found.size() == limit) {
                    return new Slice<>(found, new Place(place.newest(), position).write(record));
                }
                change.ifPresent(found::add);
                position++;
            }
            if (events.size() < PAGE) {
                return new Slice<>(found, null);
            }
        }
    }

    /** What Keycloak keeps of deleted records of a kind, the newest first. */
    Stream<JsonNode> deleted(String kind) {
        return keycloak.all("/admin-events?operationTypes=DELETE&resourceTypes=" + kind).stream();
    }

    /** The notes on a record that may be gone. */
    Stream<ChangeNote> notes(String record) {
        return keycloak.all("/admin-events?resourcePath=" + record).stream()
                .map(this::representation)
                .flatMap(content -> ChangeNote.within(content).stream());
    }

    JsonNode representation(JsonNode event) {
        try {
            return json.readTree(event.path("representation").asText("{}"));
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private Optional<RecordedChange> change(JsonNode event, String record, Caller caller) {
        var path = event.path("resourcePath").asText();
        if (!isOf(record, path) || path.startsWith(record + "/children")) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(event.path("time").asLong());
        var account = event.path("authDetails").path("userId").asText();
        if (!account.equals(ownAccount())) {
            return Optional.of(new RecordedChange(
                    event.path("id").asText(),
                    at,
                    "keycloak:" + account,
                    event.path("operationType").asText() + " "
                            + event.path("resourceType").asText(),
                    event.has("error"),
                    List.of()));
        }
        return ChangeNote.within(representation(event)).map(note -> view(note, at, caller));
    }

    /** Roles go by name, and one name may begin with another. */
    private static boolean isOf(String record, String path) {
        return path.equals(record) || path.startsWith(record + "/");
    }

    private static RecordedChange view(ChangeNote note, Instant at, Caller caller) {
        var changes = note.changes().entrySet().stream()
                .map(change -> new FieldValues(
                        change.getKey(),
                        shown(change.getKey(), change.getValue().from(), caller),
                        shown(change.getKey(), change.getValue().to(), caller)))
                .toList();
        return new RecordedChange(
                note.id().toString(), at, note.actor(), note.action().name(), note.failed(), changes);
    }

    private static JsonNode shown(String field, JsonNode value, Caller caller) {
        return field.equals("email") && value != null && value.isTextual() && !caller.seesPersonalData()
                ? TextNode.valueOf(Person.mask(value.asText()))
                : value;
    }

    private synchronized String ownAccount() {
        if (ownAccount == null) {
            ownAccount = keycloak.ownAccount();
        }
        return ownAccount;
    }

    /** A position in the events up to a moment: new ones do not shift it. */
    private record Place(long newest, int position) {

        static Place read(String cursor, String record) {
            if (cursor == null) {
                return new Place(System.currentTimeMillis(), 0);
            }
            var parts = Slice.read(cursor, fingerprint(record)).split(" ");
            try {
                return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
                throw new Refused(Refusal.CURSOR);
            }
        }

        String write(String record) {
            return Slice.write(fingerprint(record), newest + " " + position);
        }

        private static String fingerprint(String record) {
            return Integer.toHexString(record.hashCode());
        }
    }
}
