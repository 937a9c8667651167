package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.Service;
import io.kehu.gateway.ServiceClient;
import io.kehu.gateway.Services;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.keycloak.ServiceToken;
import io.kehu.gateway.problem.Refused;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Tells every service of each move whose rows follow, until all have taken it. To be told twice changes nothing for them, so
 * it may be begun anew at any time and by several gateways.
 */
@ApplicationScoped
class RowsJob {

    private static final Logger LOG = Logger.getLogger(RowsJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A move may still be on its way between its announcement and its end. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final KeycloakAdmin keycloak;
    private final UserAdministration administration;
    private final Services services;
    private final ServiceClient client;
    private final ServiceToken token;

    RowsJob(
            KeycloakAdmin keycloak,
            UserAdministration administration,
            Services services,
            ServiceClient client,
            ServiceToken token) {
        this.keycloak = keycloak;
        this.administration = administration;
        this.services = services;
        this.client = client;
        this.token = token;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            keycloak.all("/users?briefRepresentation=false&q=" + FollowingRows.ATTRIBUTE + ":" + FollowingRows.PENDING)
                    .forEach(user -> FollowingRows.within(user).ifPresent(move -> follow(user, move)));
        } catch (Refused away) {
            LOG.debugf("Moves are looked for later: %s", away.getMessage());
        }
    }

    private void follow(JsonNode user, FollowingRows move) {
        var id = user.path("id").asText();
        if (!cameAbout(user, move)) {
            if (move.orderedAt().plus(UNDER_WAY).isBefore(Instant.now())) {
                LOG.warnf("The move %s did not come about; no rows follow", move.id());
                administration.settled(id, move);
            }
        } else if (services.all().stream()
                .filter(service -> !takes(service, user, move))
                .toList()
                .isEmpty()) {
            administration.settled(id, move);
        }
    }

    /** What was announced last, and left no trace in the user's team, broke off before it was done. */
    private boolean cameAbout(JsonNode user, FollowingRows move) {
        var announcedLast =
                ChangeNote.within(user).map(note -> note.id().equals(move.id())).orElse(false);
        return !announcedLast || teams(user).contains(move.team());
    }

    private List<String> teams(JsonNode user) {
        return UserDirectory.names(keycloak.get("/users/" + user.path("id").asText() + "/groups"), "path");
    }

    private boolean takes(Service service, JsonNode user, FollowingRows move) {
        var uri = "/v1/operations/team-moves/"
                + KeycloakAdmin.encode(user.path("username").asText());
        try {
            var answer = client.put(service, uri, token.bearer(), move.order(), PATIENCE)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            if (answer.status() != 200) {
                LOG.warnf("%s does not take the move %s yet: %d", service.name(), move.id(), answer.status());
            }
            return answer.status() == 200;
        } catch (CompletionException away) {
            LOG.warnf("%s has not heard of the move %s yet: %s", service.name(), move.id(), away.getMessage());
            return false;
        }
    }
}
