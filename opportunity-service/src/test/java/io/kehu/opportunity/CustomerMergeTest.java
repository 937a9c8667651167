package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.anna;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.DomainEvent;
import io.kehu.events.Event;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.reference.MergeToFollow;
import io.kehu.platform.reference.MergesToFollow;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Opportunities follow when their customer turns out to be another one, and go back when it does not. */
@QuarkusTest
class CustomerMergeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MANY = 1_500;

    @Inject
    OpportunityService service;

    @Inject
    MergesToFollow merges;

    @Inject
    AgroalDataSource database;

    private final UUID survivor = Neighbours.customer("anna", false);
    private final UUID merged = Neighbours.customer("anna", false);
    private final UUID mergeId = UUID.randomUUID();

    private List<UUID> open(UUID customer, int count) {
        var fields = Deals.fields(customer, null, null, null, List.of());
        var ids = new ArrayList<UUID>();
        Caller.system("test", Origin.API).run(() -> {
            for (var index = 0; index < count; index++) {
                ids.add(service.open(fields, true, null).state().id());
            }
        });
        return ids;
    }

    private Event told(DomainEvent data, boolean apart, long version) {
        var state = StateBuilder.of(CustomerState.class)
                .with("id", merged)
                .with("number", "C2")
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", "anna")
                .with("lifecycle", "PROSPECT")
                .with("deleted", !apart)
                .with("mergedInto", apart ? null : survivor)
                .build();
        return EventStream.event(data, state, version);
    }

    private void merge() {
        EventStream.send(told(new CustomerEvent.Merged(mergeId, survivor), false, 2));
    }

    private void unmerge() {
        EventStream.send(told(new CustomerEvent.Unmerged(mergeId, survivor), true, 3));
    }

    private MergeToFollow followed(boolean undone) {
        await().atMost(PATIENCE)
                .until(() -> merges.of(merged).stream().anyMatch(each -> each.undone() == undone && each.finished()));
        return merges.of(merged).stream()
                .filter(each -> each.undone() == undone)
                .findFirst()
                .orElseThrow();
    }

    private long count(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long of(UUID customer) {
        return count("select count(*) from opportunity where customer_id = ?", customer);
    }

    private static void lock(Connection connection, UUID opportunity) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select 1 from opportunity where id = ? for update")) {
            statement.setObject(1, opportunity);
            statement.executeQuery().close();
        }
    }

    private boolean killedWhileWaiting() {
        return count("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database() and query like ?""", "%opportunity%") > 0;
    }

    private static void move(UUID opportunity, UUID customer) {
        anna().contentType("application/merge-patch+json")
                .body("{\"customerId\":\"%s\"}".formatted(customer))
                .patch("/v1/opportunities/" + opportunity)
                .then()
                .statusCode(200);
    }

    @Test
    void followTheSurvivorOnceThoughTheWorkBreaksOffInTheMiddle() throws SQLException {
        var ids = open(merged, MANY);
        var own = open(survivor, 1);
        try (var holding = database.getConnection()) {
            lock(holding, ids.get(MANY / 2));
            merge();
            await().atMost(PATIENCE).until(this::killedWhileWaiting);
            assertThat(of(survivor) - own.size()).isBetween(1L, MANY / 2L);
            holding.rollback();
        }
        assertThat(followed(false).moved()).isEqualTo(MANY);
        assertThat(of(survivor)).isEqualTo(MANY + own.size());
        assertThat(count("select count(*) from opportunity where customer_id = ? and version > 2", survivor))
                .isZero();
        assertThat(count(
                        "select count(*) from event where type = 'opportunity.updated' and origin = 'MERGE' and cause = ?",
                        MergeToFollow.cause(mergeId)))
                .isEqualTo(MANY);
    }

    @Test
    void goBackAsFarAsTheMergeMovedThemLast() {
        var ids = open(merged, 120);
        var own = open(survivor, 1);
        var another = Neighbours.customer("anna", false);
        merge();
        followed(false);
        move(ids.get(0), another);
        move(ids.get(1), another);
        move(ids.get(1), survivor);
        unmerge();
        assertThat(followed(true).moved()).isEqualTo(118);
        assertThat(of(merged)).isEqualTo(118);
        assertThat(of(another)).isEqualTo(1);
        assertThat(of(survivor)).isEqualTo(1 + own.size());
        assertThat(count("select count(*) from event where cause = ?", MergeToFollow.causeOfUndoing(mergeId)))
                .isEqualTo(118);
    }

    @Test
    void areFollowedByTheLeadsThatBecameTheirCustomers() throws SQLException {
        String lead = leads().body(
                        "{\"name\":\"x\",\"source\":\"FAIR\",\"email\":\"%s@example.com\"}".formatted(merged))
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        change("update lead set status = 'CONVERTED', converted_customer_id = ? where id = ?", merged, lead);
        change(
                "update event set state = state || jsonb_build_object('convertedCustomerId', ?) where aggregate_id = ?",
                merged,
                lead);
        merge();
        followed(false);
        leads().get("/v1/leads?filter=convertedCustomerId==" + survivor).then().body("items.id", contains(lead));
        leads().get("/v1/leads/" + lead + "/history").then().body("items[0].type", equalTo("lead.updated"));
        unmerge();
        followed(true);
        leads().get("/v1/leads?filter=convertedCustomerId==" + merged).then().body("items.id", contains(lead));
    }

    private static RequestSpecification leads() {
        return Neighbours.as(Tokens.all("anna", "lead:read", "lead:write"));
    }

    private void change(String sql, UUID customer, String lead) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, customer);
            statement.setObject(2, UUID.fromString(lead));
            statement.executeUpdate();
        }
    }

    @Test
    void referToTheSurvivorWhenTheyNameTheMergedOne() {
        merge();
        followed(false);
        anna().body("{\"name\":\"Late\",\"customerId\":\"%s\"}".formatted(merged))
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .body("customerId", equalTo(survivor.toString()));
        var other = open(null, 1).getFirst();
        move(other, merged);
        anna().get("/v1/opportunities/" + other).then().body("customerId", equalTo(survivor.toString()));
    }
}
