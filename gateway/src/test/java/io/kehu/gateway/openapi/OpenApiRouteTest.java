package io.kehu.gateway.openapi;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiRouteTest {

    private static final String SCHEMA = "paths.'%s'.get.responses.'200'.content.'application/json'.schema.$ref";

    @Test
    void mergesTheDocumentsOfTheServices() {
        get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Kehu"))
                .body("paths", hasKey("/v1/customers"))
                .body("paths", hasKey("/v1/opportunities"))
                .body("paths", hasKey("/v1/users"))
                .body("tags.name", hasItems("Customers", "Opportunities", "Users 用户"))
                .body("components.securitySchemes", hasKey("jwt"));
    }

    @Test
    void keepsComponentsApartThatShareOnlyTheirName() {
        get("/openapi")
                .then()
                .body(SCHEMA.formatted("/v1/customers"), equalTo("#/components/schemas/Customer_Page"))
                .body(SCHEMA.formatted("/v1/opportunities"), equalTo("#/components/schemas/Opportunity_Page"))
                .body(
                        "components.schemas.Customer_Page.properties.items.items.$ref",
                        equalTo("#/components/schemas/CustomerView"))
                .body("components.schemas", hasKey("Problem"))
                .body("components.schemas", not(hasKey("Page")));
    }

    @Test
    void keepsOperationIdsUnique() {
        get("/openapi")
                .then()
                .body("paths.'/v1/customers'.get.operationId", equalTo("customers_list"))
                .body("paths.'/v1/opportunities'.get.operationId", equalTo("opportunities_list"))
                .body("paths.'/v1/users'.post.operationId", equalTo("users_create"))
                .body("paths.'/v1/me'.get.operationId", equalTo("me_get"));
    }

    @Test
    void leavesOutWhatTheGatewayDoesNotLeadTo() {
        get("/openapi").then().body("paths", not(hasKey("/internal/rebuild")));
    }

    @Test
    void saysWhichServicesAreMissing() {
        get("/openapi")
                .then()
                .body(
                        "x-unavailable-services",
                        contains("activity-service", "contract-service", "reporting-service", "service-desk-service"))
                .body("info.description", containsString("contract-service"));
    }

    @Test
    void speaksYamlToo() {
        get("/openapi?format=yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("openapi: 3.1.0"));
        given().accept("application/yaml").get("/openapi").then().contentType("application/yaml");
    }

    @Test
    void showsAPageToTryIt() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/q/swagger-ui/"));
        get("/").then().statusCode(200).contentType("text/html").body(not(containsString("https://cdn")));
        get("/q/swagger-ui/start.js").then().statusCode(200).body(containsString("/openapi"));
        get("/q/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
    }
}
