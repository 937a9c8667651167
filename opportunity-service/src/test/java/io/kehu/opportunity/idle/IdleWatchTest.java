package io.kehu.opportunity.idle;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.events.DomainEvent;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdleWatchTest {

    @Inject
    IdleWatch watch;

    @Inject
    AgroalDataSource database;

    private static String open(String more) {
        return anna().body("{\"name\":\"Quiet\"%s}".formatted(more))
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As if the deal had been touched last so many days ago. */
    private void leaveAlone(String id, int days) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update opportunity set touched_at = now() - make_interval(days => ?) where id = ?::uuid")) {
            statement.setInt(1, days);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    private static ValidatableResponse deal(String id) {
        return anna().get("/v1/opportunities/" + id).then().statusCode(200);
    }

    private static int told(String id) {
        var types = anna().get("/v1/opportunities/" + id + "/history")
                .then()
                .extract()
                .<List<String>>path("items.type");
        return Collections.frequency(types, "opportunity.idle");
    }

    private static void followUp(DomainEvent event, UUID activity, String deal, boolean deleted, long version) {
        var state = StateBuilder.of(ActivityState.class)
                .with("id", activity)
                .with("number", "A1")
                .with("owner", "anna")
                .with("type", "CALL")
                .with("happenedAt", Instant.now())
                .with("opportunityId", UUID.fromString(deal))
                .with("deleted", deleted)
                .build();
        EventStream.send(EventStream.event(event, state, version));
    }

    @Test
    void saysOnceThatNothingHasHappenedAndAgainAfterSomethingHas() throws Exception {
        var id = open("");
        deal(id).body("idleSince", nullValue()).body("quietSince", notNullValue());
        leaveAlone(id, 20);
        watch.run(EventLog.now());
        watch.run(EventLog.now());
        assertThat(told(id)).isEqualTo(1);
        deal(id).body("idleSince", notNullValue()).body("idleDays", equalTo(20));
        anna().get("/v1/opportunities?sort=idleSince&filter=idleSince=null=false;id==" + id)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));

        anna().contentType("application/merge-patch+json")
                .body("{\"nextStep\":\"call\"}")
                .patch("/v1/opportunities/" + id)
                .then()
                .statusCode(200)
                .body("idleSince", nullValue());
        watch.run(EventLog.now());
        assertThat(told(id)).isEqualTo(1);
        leaveAlone(id, 15);
        watch.run(EventLog.now());
        assertThat(told(id)).isEqualTo(2);
    }

    @Test
    void countsAFollowUpUntilItIsDeleted() throws Exception {
        var id = open("");
        leaveAlone(id, 20);
        watch.run(EventLog.now());
        deal(id).body("idleSince", notNullValue()).body("version", equalTo(2));
        var activity = UUID.randomUUID();
        followUp(new ActivityEvent.Logged(), activity, id, false, 1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> deal(id).body("idleSince", nullValue()).body("lastFollowUpAt", notNullValue()));
        deal(id).body("version", equalTo(2));
        anna().get("/v1/opportunities?filter=idleSince=null=false;id==" + id)
                .then()
                .body("items", hasSize(0));
        followUp(new ActivityEvent.Deleted(), activity, id, true, 2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> deal(id).body("lastFollowUpAt", nullValue()).body("idleSince", notNullValue()));
        watch.run(EventLog.now());
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void letsDealsBeAsLongAsTheirStageSaysAndLeavesClosedOnesAlone() throws Exception {
        var code = "Q" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        as(Tokens.all("anna", "opportunity:read", "opportunity:admin"))
                .body("""
                        {"name":"Quick","chineseName":"快","stages":[
                         {"code":"FIRST","name":"First","chineseName":"一","kind":"OPEN","probability":10,"expectedDays":3},
                         {"code":"WON","name":"Won","chineseName":"赢","kind":"WON","probability":100},
                         {"code":"LOST","name":"Lost","chineseName":"输","kind":"LOST","probability":0}]}""")
                .put("/v1/pipelines/" + code)
                .then()
                .statusCode(200);
        var quick = open(",\"pipeline\":\"%s\"".formatted(code));
        var slow = open("");
        var lost = open("");
        anna().body("{\"stage\":\"LOST\",\"lostReason\":\"PRICE\"}")
                .put("/v1/opportunities/" + lost + "/stage")
                .then()
                .statusCode(200);
        leaveAlone(quick, 5);
        leaveAlone(slow, 5);
        leaveAlone(lost, 50);
        watch.run(EventLog.now());
        assertThat(List.of(told(quick), told(slow), told(lost))).containsExactly(1, 0, 0);
    }

    @Test
    void saysItOnceHoweverManyReplicasLook() throws Exception {
        var ids = IntStream.range(0, 30).mapToObj(_ -> open("")).toList();
        for (var id : ids) {
            leaveAlone(id, 30);
        }
        Callable<Void> look = () -> {
            watch.run(EventLog.now());
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, look))) {
                done.get();
            }
        }
        assertThat(ids).allMatch(id -> told(id) == 1);
    }
}
