package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes to a customer while the customer goes. */
@QuarkusTest
class CustomerLocksTest {

    private static final String[] PERMISSIONS = {
        "customer:read", "customer:write", "customer:delete", "customer:admin", "contact:read", "contact:write"
    };

    @Inject
    AtOnce atOnce;

    private static RequestSpecification anna() {
        return given().auth().oauth2(Tokens.all("anna", PERMISSIONS)).contentType("application/json");
    }

    private static String create(String path, String body) {
        return anna().body(body).post(path).then().statusCode(201).extract().path("id");
    }

    private static String customer() {
        return create("/v1/customers", "{\"name\":\"Locks %s\"}".formatted(UUID.randomUUID()));
    }

    private static Response contactOf(String customer) {
        return anna().body("{\"name\":\"Li\",\"customerId\":\"%s\"}".formatted(customer))
                .post("/v1/contacts");
    }

    @Test
    void bringsAContactToTheSurvivorOfAMergeAtOnce() {
        var survivor = customer();
        var merged = customer();
        atOnce.run("""
                        select id from customer where id = '%2$s' for update;
                        update customer set merged_into = '%1$s', deleted_at = now() where id = '%2$s'""".formatted(survivor, merged), () -> contactOf(merged))
                .then()
                .statusCode(201)
                .body("customerId", equalTo(survivor));
    }

    @Test
    void refusesAContactOfACustomerThatIsDeletedAtOnce() {
        var id = customer();
        atOnce.run("""
                        select id from customer where id = '%1$s' for update;
                        update customer set deleted_at = now() where id = '%1$s'""".formatted(id), () -> contactOf(id))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
    }

    @Test
    void refusesAParentThatIsDeletedAtOnce() {
        var parent = customer();
        var child = customer();
        atOnce.run(
                        """
                        select id from customer where id = '%1$s' for update;
                        update customer set deleted_at = now() where id = '%1$s'""".formatted(parent),
                        () -> anna().body("{\"customerId\":\"%s\"}".formatted(parent))
                                .put("/v1/customers/" + child + "/parent"))
                .then()
                .statusCode(422);
    }

    @Test
    void deletesNothingThatASubsidiaryComesToAtOnce() {
        var parent = customer();
        var child = customer();
        atOnce.run("""
                        select id from customer where id = '%1$s' for key share;
                        update customer set parent_id = '%1$s' where id = '%2$s'""".formatted(parent, child), () -> anna().delete("/v1/customers/" + parent))
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.in-use"));
    }

    @Test
    void restoresACustomerWithoutTheParentThatIsDeleted() {
        var parent = customer();
        var child = customer();
        anna().body("{\"customerId\":\"%s\"}".formatted(parent))
                .put("/v1/customers/" + child + "/parent")
                .then()
                .statusCode(200);
        anna().delete("/v1/customers/" + child).then().statusCode(204);
        anna().delete("/v1/customers/" + parent).then().statusCode(204);
        anna().post("/v1/customers/" + child + "/restore")
                .then()
                .statusCode(200)
                .body("parentId", nullValue());
    }

    @Test
    void mergesWithWhatComesAtOnce() {
        var survivor = customer();
        var merged = customer();
        var child = customer();
        atOnce.run(
                        """
                        select id from customer where id = '%1$s' for key share;
                        update customer set parent_id = '%1$s' where id = '%2$s'""".formatted(merged, child),
                        () -> anna().body("{\"customers\":[\"%s\"]}".formatted(merged))
                                .post("/v1/customers/" + survivor + "/merge"))
                .then()
                .statusCode(200);
        anna().get("/v1/customers/" + child).then().body("parentId", equalTo(survivor));
    }

    @Test
    void deletesNoPoolThatACustomerComesIntoAtOnce() {
        var team = "/locks-" + UUID.randomUUID();
        var pool = create("/v1/customer-pools", "{\"name\":\"%s\",\"teams\":[\"%s\"]}".formatted(team, team));
        var customer = customer();
        atOnce.run("""
                        select id from customer_pool where id = '%1$s' for key share;
                        update customer set pool_id = '%1$s' where id = '%2$s'""".formatted(pool, customer), () -> anna().delete("/v1/customer-pools/" + pool))
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.pool-in-use"));
        var empty = create("/v1/customer-pools", "{\"name\":\"2%s\",\"teams\":[\"%s\"]}".formatted(team, team));
        atOnce.run(
                        "delete from customer_pool where id = '%s'".formatted(empty),
                        () -> anna().body("{\"poolId\":\"%s\",\"reason\":\"Nobody has time\"}".formatted(empty))
                                .post("/v1/customers/" + customer() + "/release"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("customer.pool-unknown"));
    }
}
