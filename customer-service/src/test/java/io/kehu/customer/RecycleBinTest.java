package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecycleBinTest {

    @Inject
    EntityManager entities;

    private final String name = "Binned " + UUID.randomUUID();

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna",
                        "customer:read",
                        "customer:write",
                        "customer:delete",
                        "customer:export",
                        "contact:read",
                        "contact:write",
                        "contact:delete"))
                .contentType("application/json");
    }

    private String deleted() {
        String id = anna().body("{\"name\":\"%s\"}".formatted(name))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().delete("/v1/customers/" + id).then().statusCode(204);
        return id;
    }

    private String bin() {
        return "/v1/customers?deleted=true&filter=name=='" + name + "'";
    }

    @Test
    void listsWhatWasDeletedUntilItIsRestored() {
        var id = deleted();
        anna().get(bin()).then().statusCode(200).body("items.id", contains(id));
        anna().get(bin().replace("deleted=true", "deleted=false")).then().body("items", empty());
        anna().accept("text/csv").get(bin()).then().statusCode(200).body(containsString(name));
        anna().post("/v1/customers/" + id + "/restore").then().statusCode(200);
        anna().get(bin()).then().body("items", empty());
    }

    @Test
    void showsNobodyWhatHeCouldNotSeeBefore() {
        deleted();
        given().auth()
                .oauth2(Tokens.own("ben", "customer:read"))
                .get(bin())
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void findsNothingByTextInTheBinAndSaysSo() {
        anna().get("/v1/customers?deleted=true&q=binned")
                .then()
                .statusCode(400)
                .body("code", equalTo("search.deleted"));
    }

    @Test
    void keepsARecordForThirtyDays() {
        var id = deleted();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update customer set deleted_at = now() - interval '31 days' where id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
        anna().get(bin()).then().body("items", empty());
        anna().post("/v1/customers/" + id + "/restore")
                .then()
                .statusCode(410)
                .body("code", equalTo("record.restore-ended"));
    }

    @Test
    void restoresAContact() {
        String id = anna().body("{\"name\":\"%s\"}".formatted(name))
                .post("/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().delete("/v1/contacts/" + id).then().statusCode(204);
        anna().get("/v1/contacts?deleted=true&filter=id==" + id).then().body("items.id", contains(id));
        anna().post("/v1/contacts/" + id + "/restore").then().statusCode(200).body("version", equalTo(3));
        anna().get("/v1/contacts/" + id).then().statusCode(200);
    }
}
