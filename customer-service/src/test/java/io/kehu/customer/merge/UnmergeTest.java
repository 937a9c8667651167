package io.kehu.customer.merge;

import static io.kehu.customer.merge.MergeTest.CUSTOMERS;
import static io.kehu.customer.merge.MergeTest.PATCH;
import static io.kehu.customer.merge.MergeTest.anna;
import static io.kehu.customer.merge.MergeTest.below;
import static io.kehu.customer.merge.MergeTest.contactOf;
import static io.kehu.customer.merge.MergeTest.create;
import static io.kehu.customer.merge.MergeTest.customer;
import static io.kehu.customer.merge.MergeTest.get;
import static io.kehu.customer.merge.MergeTest.merge;
import static io.kehu.customer.merge.MergeTest.withKey;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnmergeTest {

    private static ValidatableResponse unmerge(String merged) {
        return anna().post(CUSTOMERS + merged + "/unmerge").then();
    }

    @Test
    void givesBackWhatItMovedLast() {
        var key = UUID.randomUUID().toString();
        var survivor = customer(",\"level\":\"B\"");
        var merged = withKey(key, ",\"website\":\"https://x.example\",\"level\":\"A\",\"needs\":\"chairs\"");
        var stays = contactOf(survivor);
        var moves = contactOf(merged);
        var movedOn = contactOf(merged);
        var child = customer("");
        below(merged, child);
        merge(survivor, merged).statusCode(200);
        anna().contentType(PATCH)
                .body("{\"needs\":\"tables\"}")
                .patch(CUSTOMERS + survivor)
                .then()
                .statusCode(200);
        var other = customer("");
        for (var customer : new String[] {other, survivor}) {
            anna().contentType(PATCH)
                    .body("{\"customerId\":\"%s\"}".formatted(customer))
                    .patch("/v1/contacts/" + movedOn)
                    .then()
                    .statusCode(200);
        }
        anna().header("If-Match", "\"1\"")
                .post(CUSTOMERS + merged + "/unmerge")
                .then()
                .statusCode(412);
        anna().header("If-Match", "\"2\"")
                .post(CUSTOMERS + merged + "/unmerge")
                .then()
                .statusCode(200)
                .body("id", equalTo(merged))
                .body("mergedInto", nullValue())
                .body("externalIds.externalId", hasItem(key))
                .body("website", equalTo("https://x.example"));
        get(survivor)
                .body("website", nullValue())
                .body("needs", equalTo("tables"))
                .body("level", equalTo("B"))
                .body("externalIds", hasSize(0));
        anna().get("/v1/contacts/" + moves).then().body("customerId", equalTo(merged));
        anna().get("/v1/contacts/" + movedOn).then().body("customerId", equalTo(survivor));
        anna().get("/v1/contacts/" + stays).then().body("customerId", equalTo(survivor));
        get(child).body("parentId", equalTo(merged));
        anna().get("/v1/customers/by-external?source=erp&externalId=" + key)
                .then()
                .body("id", equalTo(merged));
        anna().post(CUSTOMERS + merged + "/unmerge")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.not-merged"));
    }

    @Test
    void takesOneOfSeveralOutAgain() {
        var survivor = customer("");
        var one = customer("");
        var two = customer("");
        var contact = create(
                anna(),
                "/v1/contacts",
                "{\"name\":\"Li\",\"customers\":[{\"customerId\":\"%s\"},{\"customerId\":\"%s\"}]}"
                        .formatted(one, two));
        merge(survivor, one, two).statusCode(200);
        anna().get("/v1/contacts/" + contact).then().body("customers.customerId", containsInAnyOrder(survivor));
        anna().post(CUSTOMERS + one + "/unmerge").then().statusCode(200);
        anna().get("/v1/contacts/" + contact).then().body("customers.customerId", containsInAnyOrder(survivor, one));
        get(two).statusCode(301);
    }

    @Test
    void givesAContactBackItsOwnLinkToEachOfBoth() {
        var survivor = customer("");
        var merged = customer("");
        var contact = create(anna(), "/v1/contacts", """
                {"name":"Li","customers":[
                  {"customerId":"%s","role":"buyer","primary":true,"from":"2020-01-01"},
                  {"customerId":"%s","role":"advisor","from":"2021-01-01","to":"2022-01-01"}]}""".formatted(merged, survivor));
        merge(survivor, merged).statusCode(200);
        unmerge(merged).statusCode(200);
        var link = "customers.find { it.customerId == '%s' }.";
        anna().get("/v1/contacts/" + contact)
                .then()
                .body("customerId", equalTo(merged))
                .body("customers", hasSize(2))
                .body(link.formatted(merged) + "role", equalTo("buyer"))
                .body(link.formatted(merged) + "from", equalTo("2020-01-01"))
                .body(link.formatted(survivor) + "role", equalTo("advisor"))
                .body(link.formatted(survivor) + "from", equalTo("2021-01-01"))
                .body(link.formatted(survivor) + "to", equalTo("2022-01-01"));
    }

    private static void define(String key) {
        anna().body("{\"zh\":\"字段\",\"en\":\"Field %s\",\"kind\":\"NUMBER\"}".formatted(key))
                .put("/v1/customers/custom-fields/" + key)
                .then()
                .statusCode(200);
    }

    private static void stands(String customer, String lifecycle) {
        anna().body("{\"lifecycle\":\"%s\",\"reason\":\"seems %s\"}".formatted(lifecycle, lifecycle))
                .put(CUSTOMERS + customer + "/lifecycle")
                .then()
                .statusCode(200);
    }

    @Test
    void givesBackTheLifecycleTheParentAndEachFieldOfTheCompanysOwn() {
        define("mergedOne");
        define("mergedTwo");
        var top = customer("");
        var survivor = customer(",\"customFields\":{\"mergedOne\":1}");
        var merged = customer(",\"customFields\":{\"mergedOne\":2,\"mergedTwo\":2.5}");
        below(top, merged);
        stands(survivor, "QUALIFIED");
        stands(merged, "BLACKLISTED");
        merge(survivor, merged)
                .statusCode(200)
                .body("lifecycle", equalTo("BLACKLISTED"))
                .body("lifecycleReason", equalTo("seems BLACKLISTED"))
                .body("parentId", equalTo(top))
                .body("parentRelation", equalTo("BRANCH"))
                .body("customFields.mergedOne", equalTo(1))
                .body("customFields.mergedTwo", equalTo(2.5f));
        unmerge(merged).statusCode(200).body("lifecycle", equalTo("BLACKLISTED"));
        get(survivor)
                .body("lifecycle", equalTo("QUALIFIED"))
                .body("lifecycleReason", equalTo("seems QUALIFIED"))
                .body("parentId", nullValue())
                .body("customFields.mergedOne", equalTo(1))
                .body("customFields.mergedTwo", nullValue());
    }

    @Test
    void keepsWhereTheSurvivorStandsIfTheOtherIsBehind() {
        var survivor = customer("");
        var merged = customer("");
        below(survivor, merged);
        stands(survivor, "QUALIFIED");
        merge(survivor, merged)
                .statusCode(200)
                .body("lifecycle", equalTo("QUALIFIED"))
                .body("parentId", nullValue());
    }

    @Test
    void closesNoCycle() {
        var top = customer("");
        var merged = customer("");
        var child = customer("");
        below(top, merged);
        below(merged, child);
        var survivor = customer("");
        merge(survivor, merged).statusCode(200);
        anna().delete(CUSTOMERS + survivor + "/parent").then().statusCode(200);
        below(child, top);
        unmerge(merged).statusCode(200).body("parentId", equalTo(top));
        get(child).body("parentId", equalTo(survivor));
        anna().get(CUSTOMERS + merged + "/hierarchy").then().statusCode(200).body("id", equalTo(survivor));
    }

    @Test
    void putsBackWhatStandsAboveTheSurvivor() {
        var top = customer("");
        var merged = customer("");
        var middle = customer("");
        var survivor = customer("");
        anna().body("{\"customerId\":\"%s\",\"relation\":\"HOLDING\"}".formatted(top))
                .put(CUSTOMERS + merged + "/parent")
                .then()
                .statusCode(200);
        below(merged, middle);
        below(middle, survivor);
        merge(survivor, merged).statusCode(200);
        get(middle).body("parentId", equalTo(top)).body("parentRelation", equalTo("HOLDING"));
        unmerge(merged).statusCode(200);
        get(middle).body("parentId", equalTo(merged)).body("parentRelation", equalTo("BRANCH"));
        get(survivor).body("parentId", equalTo(middle));
    }
}
