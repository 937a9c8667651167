package io.kehu.customer.figures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.customer.AtOnce;
import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerFactsTest {

    @Inject
    CustomerFacts facts;

    @Inject
    AtOnce atOnce;

    @Inject
    EntityManager entities;

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all("anna", "customer:read", "customer:write", "customer:delete"))
                .contentType("application/json");
    }

    private static UUID customer() {
        return UUID.fromString(anna().body("{\"name\":\"Facts %s\"}".formatted(UUID.randomUUID()))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void learn(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> facts.learn(List.of(events)));
    }

    @Test
    void countsWhatIsToldAtOnce() {
        var id = customer();
        learn(FiguresTest.call(id));
        atOnce.run(() -> facts.learn(List.of(FiguresTest.contract(id, "SIGNED", Money.of("10", "CNY")))), () -> {
            learn(FiguresTest.opportunity(id, "OPEN", 30, null));
            return null;
        });
        anna().get("/v1/customers/" + id).then().body("dealCount", equalTo(1)).body("openOpportunities", equalTo(1));
    }

    @Test
    void saysThatAGroupIsTooLargeToTellAllOfIt() {
        var id = customer();
        change("""
                insert into customer select r.* from customer c, generate_series(1, 20000) n, lateral jsonb_populate_record(
                  c, jsonb_build_object('id', gen_random_uuid(), 'number', 'G' || n || c.number, 'parent_id', c.id)) r
                where c.id = '%s'""".formatted(id));
        try {
            anna().get("/v1/customers/" + id + "/hierarchy")
                    .then()
                    .statusCode(200)
                    .body("truncated", equalTo(true))
                    .body("children.size()", equalTo(1999))
                    .body("children[0].truncated", equalTo(false));
            anna().get("/v1/customers/" + id + "/rollup")
                    .then()
                    .body("truncated", equalTo(true))
                    .body("customers", equalTo(20000));
        } finally {
            change("delete from customer where parent_id = '%s'".formatted(id));
        }
        anna().get("/v1/customers/" + id + "/hierarchy").then().body("truncated", equalTo(false));
        anna().get("/v1/customers/" + id + "/rollup").then().body("truncated", equalTo(false));
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    @Test
    void keepsWhatIsUsedElsewhereFromBeingDeleted() {
        var id = customer();
        var open = FiguresTest.opportunity(id, "OPEN", 30, null);
        var running = FiguresTest.contract(id, "IN_PROGRESS", Money.of("10", "CNY"));
        var ticket = FiguresTest.ticket(id, "NEW");
        learn(
                open,
                running,
                ticket,
                FiguresTest.opportunity(id, "LOST", 0, null),
                FiguresTest.contract(id, "COMPLETED", Money.of("10", "CNY")));
        anna().delete("/v1/customers/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.in-use"))
                .body("detail", containsString("1 open opportunities"))
                .body("details.items.kind", contains("contract", "opportunity", "ticket"))
                .body("details.items.count", contains(1, 1, 1))
                .body("details.items[0].ids", contains(running.state().id().toString()))
                .body("details.items[1].ids", contains(open.state().id().toString()));
        var other = customer();
        learn(FiguresTest.contract(other, "EXPIRED", Money.of("10", "CNY")));
        anna().delete("/v1/customers/" + other).then().statusCode(204);
    }
}
