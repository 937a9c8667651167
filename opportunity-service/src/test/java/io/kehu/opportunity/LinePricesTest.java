package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.awaitKnown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.EventFamily;
import io.kehu.events.Money;
import io.kehu.events.ProductEvent;
import io.kehu.events.ProductState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the lines of a deal take from their products. */
@QuarkusTest
class LinePricesTest {

    private static final String ALL = "/v1/opportunities";

    private static UUID product(Money price, boolean onShelf) {
        var id = UUID.randomUUID();
        publish(id, price, onShelf, 1);
        awaitKnown(EventFamily.PRODUCT, id);
        return id;
    }

    private static void publish(UUID id, Money price, boolean onShelf, long version) {
        var state = StateBuilder.of(ProductState.class)
                .with("id", id)
                .with("number", "P" + id)
                .with("name", "Pump")
                .with("price", price)
                .with("onShelf", onShelf)
                .build();
        EventStream.send(EventStream.event(new ProductEvent.Updated(java.util.Set.of("price")), state, version));
    }

    private static String lines(String source, UUID product, String more) {
        return "{\"name\":\"Pumps\",\"amountSource\":\"%s\",\"lines\":[{\"productId\":\"%s\",\"quantity\":3%s}]}"
                .formatted(source, product, more);
    }

    private static ValidatableResponse open(String body) {
        return anna().body(body).post(ALL).then();
    }

    private static ValidatableResponse patch(String id, String body) {
        return anna().contentType("application/merge-patch+json")
                .body(body)
                .patch(ALL + "/" + id)
                .then();
    }

    @Test
    void takeTheListPriceUnlessTheySayTheirOwn() {
        var product = product(Money.of("99.99", "EUR"), true);
        String id = open(lines("LINES", product, ",\"discount\":0.1"))
                .statusCode(201)
                .body("lines[0].product", equalTo("Pump"))
                .body("lines[0].price.amount", equalTo("99.99"))
                .body("lines[0].total.amount", equalTo("269.97"))
                .body("amount.amount", equalTo("269.97"))
                .body("amount.currency", equalTo("EUR"))
                .extract()
                .path("id");
        open(lines("LINES", product, ",\"price\":{\"amount\":\"80\",\"currency\":\"EUR\"}"))
                .statusCode(201)
                .body("amount.amount", equalTo("240.00"));

        publish(product, Money.of("120", "EUR"), false, 2);
        var marker = product(null, true);
        awaitKnown(EventFamily.PRODUCT, marker);
        patch(id, "{\"lines\":[{\"productId\":\"%s\",\"quantity\":1}]}".formatted(product))
                .statusCode(200)
                .body("amount.amount", equalTo("99.99"));
    }

    @Test
    void needAPriceOfTheirOwnWhereTheProductHasNone() {
        var product = product(null, true);
        open(lines("LINES", product, ""))
                .statusCode(422)
                .body("errors[0].field", equalTo("lines[0].price"))
                .body("errors[0].code", equalTo("opportunity.line-price"));
        String id = open(lines("STATED", product, ""))
                .statusCode(201)
                .body("lines[0].price", nullValue())
                .extract()
                .path("id");
        patch(id, "{\"nextStep\":\"call\"}").statusCode(200).body("lines[0].price", nullValue());
    }

    @Test
    void areNotOfProductsThatAreSoldNoMoreUnlessTheDealHasThem() {
        var product = product(Money.of("10", "CNY"), true);
        var path = ALL + "/by-external?source=erp&externalId=" + UUID.randomUUID();
        anna().body(lines("LINES", product, "")).put(path).then().statusCode(201);
        var gone = product(Money.of("10", "CNY"), false);
        open(lines("LINES", gone, ""))
                .statusCode(422)
                .body("errors[0].field", equalTo("lines[0].productId"))
                .body("errors[0].code", equalTo("opportunity.product-off-shelf"));
        publish(product, Money.of("10", "CNY"), false, 2);
        anna().body(lines("LINES", product, ""))
                .put(path)
                .then()
                .statusCode(200)
                .header("Upsert-Result", "unchanged");
    }

    @Test
    void findsDealsByTheirProducts() {
        var product = product(null, true);
        String id = open(lines("STATED", product, "")).statusCode(201).extract().path("id");
        anna().get(ALL + "?filter=lines.productId==" + product).then().body("items.id", contains(id));
        anna().get(ALL + "?filter=lines.productId==" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
