package io.kehu.servicedesk.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kehu.events.Event;
import io.kehu.events.TicketEvent;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OccasionsTest {

    private static Event closed(UUID ticketId, String assignee, long version, boolean historical) {
        return EventStream.event(
                new TicketEvent.Closed("RESOLVED"),
                ClosedTickets.state(ticketId, assignee),
                version,
                Instant.now(),
                historical);
    }

    private static List<String> agentsAskedAbout(UUID ticketId) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.all("anna", "survey:read"))
                .get("/v1/surveys?sort=createdAt&filter=ticketId==" + ticketId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.agent");
    }

    /** Events of one ticket come in order: once the last of {@code events} has had its effect, so have the others. */
    private static List<String> agentsAskedAfter(UUID ticketId, Event... events) {
        EventStream.send(events);
        EventStream.send(closed(ticketId, "last", 99, false));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> agentsAskedAbout(ticketId).contains("last"));
        return agentsAskedAbout(ticketId);
    }

    @Test
    void asksOnceForAClosingThatIsToldTwice() {
        var ticketId = UUID.randomUUID();
        var closing = closed(ticketId, "ben", 5, false);
        assertThat(agentsAskedAfter(ticketId, closing, closing)).containsExactly("ben", "last");
    }

    @Test
    void asksNobodyAboutImportedPast() {
        var ticketId = UUID.randomUUID();
        assertThat(agentsAskedAfter(ticketId, closed(ticketId, "ben", 5, true))).containsExactly("last");
    }

    @Test
    void asksNobodyBeforeTheTicketIsClosed() {
        var ticketId = UUID.randomUUID();
        var resolved = EventStream.event(
                new TicketEvent.Resolved("IN_PROGRESS", null), ClosedTickets.state(ticketId, "ben"), 4);
        assertThat(agentsAskedAfter(ticketId, resolved)).containsExactly("last");
    }
}
