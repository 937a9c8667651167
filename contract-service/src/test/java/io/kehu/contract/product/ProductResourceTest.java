package io.kehu.contract.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.ProductEvent;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductResourceTest {

    private static final String PATCH = "application/merge-patch+json";
    private static final String PRODUCTS = "/v1/products";

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.own("anna", "product:read", "product:write", "product:delete", "contract:write"));
    }

    private static String code() {
        return "P-" + UUID.randomUUID();
    }

    private static String body(String code) {
        return """
                {"code":"%s","name":"GTX Basic","category":"GTX","unit":"台","price":{"amount":"550","currency":"USD"},
                 "taxRate":0.13}""".formatted(code);
    }

    private static String create(String code) {
        return anna().body(body(code))
                .post(PRODUCTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void createsAProductThatEverybodySees() {
        var code = code();
        var id = UUID.fromString(create(code));
        as(Tokens.own("ben", "product:read"))
                .get(PRODUCTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("code", equalTo(code))
                .body("number", equalTo(code))
                .body("kind", equalTo("GOODS"))
                .body("onShelf", equalTo(true))
                .body("price.amount", equalTo("550.00"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(EventStream.read(Context.CONTRACT.topic(), id))
                        .singleElement()
                        .satisfies(event -> assertThat(event.data()).isEqualTo(new ProductEvent.Created())));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        anna().body("{\"taxRate\":1.5,\"price\":{\"amount\":\"-1\",\"currency\":\"USD\"}}")
                .post(PRODUCTS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("code", "name", "price", "taxRate"));
        anna().body("{\"code\":\"x\",\"name\":\"y\",\"price\":{\"amount\":\"1\"}}")
                .post(PRODUCTS)
                .then()
                .statusCode(400);
        var id = create(code());
        anna().contentType(PATCH)
                .body("{\"code\":\"other\"}")
                .patch(PRODUCTS + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product.code-fixed"));
    }

    @Test
    void refusesWhoeverHasNoTokenOrPermission() {
        var id = create(code());
        given().get(PRODUCTS).then().statusCode(401);
        as(Tokens.all("anna", "contract:read")).get(PRODUCTS).then().statusCode(403);
        var reader = Tokens.all("anna", "product:read");
        as(reader).body(body(code())).post(PRODUCTS).then().statusCode(403);
        as(reader)
                .contentType(PATCH)
                .body("{}")
                .patch(PRODUCTS + "/" + id)
                .then()
                .statusCode(403);
        as(reader).delete(PRODUCTS + "/" + id).then().statusCode(403);
        as(reader)
                .body(body(code()))
                .put(PRODUCTS + "/by-external?source=erp&externalId=1")
                .then()
                .statusCode(403);
        anna().get(PRODUCTS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void givesACodeToOneProductOnly() {
        var code = code();
        var id = create(code);
        anna().body(body(code)).post(PRODUCTS).then().statusCode(409).body("code", equalTo("product.code-taken"));
        anna().delete(PRODUCTS + "/" + id).then().statusCode(204);
        anna().post(PRODUCTS + "/" + id + "/restore").then().statusCode(200);
        anna().delete(PRODUCTS + "/" + id).then().statusCode(204);
        anna().body(body(code)).post(PRODUCTS).then().statusCode(201);
        anna().post(PRODUCTS + "/" + id + "/restore")
                .then()
                .statusCode(409)
                .body("code", equalTo("product.code-taken"));
    }

    @Test
    void changesOnlyTheVersionThatTheCallerKnows() {
        var path = PRODUCTS + "/" + create(code());
        var between = Instant.now();
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"onShelf\":false,\"category\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("category", nullValue());
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"onShelf\":true}")
                .patch(path)
                .then()
                .statusCode(412);
        anna().get(path + "?asOf=" + between)
                .then()
                .body("onShelf", equalTo(true))
                .body("version", equalTo(1));
        anna().get(path + "/history")
                .then()
                .body("items.type", contains("product.updated", "product.created"))
                .body("items[0].changes.field", contains("category", "onShelf"));
    }

    @Test
    void upsertsByTheKeyOfAnotherSystem() {
        var path = PRODUCTS + "/by-external?source=erp&externalId=" + UUID.randomUUID();
        var code = code();
        anna().get(path).then().statusCode(404);
        anna().body(body(code)).put(path).then().statusCode(201).header("Upsert-Result", "created");
        anna().body(body(code)).put(path).then().statusCode(200).header("Upsert-Result", "unchanged");
        anna().body(body(code).replace("550", "560")).put(path).then().header("Upsert-Result", "updated");
        anna().get(path).then().statusCode(200).body("price.amount", equalTo("560.00"));
    }

    @Test
    void listsWithFilterSortAndSearch() {
        var category = "C" + UUID.randomUUID();
        for (var price : new String[] {"10", "30", "20"}) {
            anna().body(body(code()).replace("550", price).replace("\"GTX\"", "\"" + category + "\""))
                    .post(PRODUCTS)
                    .then()
                    .statusCode(201);
        }
        var path = PRODUCTS + "?filter=category==" + category;
        anna().get(path + ";price=gt=15&sort=-price").then().body("items.price.amount", contains("30.00", "20.00"));
        anna().get(path + "&q=basic&limit=2").then().body("items", hasSize(2));
        anna().get(path + ";onShelf==false").then().body("items", hasSize(0));
    }

    @Test
    void staysWhileAContractHasIt() {
        var code = code();
        var product = create(code);
        var customer = io.kehu.contract.Neighbours.customer("anna");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> anna().body("""
                        {"name":"Sale","customerId":"%s","lines":[{"productId":"%s","quantity":2}]}""".formatted(customer, product))
                        .post("/v1/contracts")
                        .then()
                        .statusCode(201)
                        .body("amount.amount", equalTo("1100.00"))
                        .body("lines[0].product", equalTo("GTX Basic")));
        anna().delete(PRODUCTS + "/" + product).then().statusCode(409).body("code", equalTo("product.in-use"));
        anna().contentType(PATCH)
                .body("{\"onShelf\":false}")
                .patch(PRODUCTS + "/" + product)
                .then()
                .statusCode(200);
        anna().body("""
                        {"name":"Sale","customerId":"%s","lines":[{"productId":"%s","quantity":2}]}""".formatted(customer, product))
                .post("/v1/contracts")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product.off-shelf"));
    }
}
