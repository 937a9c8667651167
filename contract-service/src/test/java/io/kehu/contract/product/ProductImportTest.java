package io.kehu.contract.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductImportTest {

    private final String source = "crm-" + UUID.randomUUID();

    private static RequestSpecification anna() {
        return given().auth().oauth2(Tokens.all("anna", "product:read", "product:import"));
    }

    private JsonPath imported(String file, String columns) {
        var location = anna().multiPart("file", "products.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", """
                        {"columns":%s,"constants":{"externalSource":"%s","currency":"USD"}}""".formatted(columns, source))
                .post("/v1/products/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(location).jsonPath().getString("status").equals("COMPLETED"));
        return anna().get(location).jsonPath();
    }

    @Test
    void takesTheProductsOfAnotherSystemOnce() {
        var file = """
                product,series,sales_price
                GTX Basic %1$s,GTX,550
                MG Special %1$s,MG,55
                GTX Basic %1$s,GTX,551
                Broken %1$s,MG,cheap
                """.formatted(source);
        var columns = """
                {"product":["externalId","code","name"],"series":"category","sales_price":"price"}""";
        var job = imported(file, columns);
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isPositive();
        anna().get("/v1/products/by-external?source={source}&externalId={id}", source, "MG Special " + source)
                .then()
                .statusCode(200)
                .body("code", equalTo("MG Special " + source))
                .body("category", equalTo("MG"))
                .body("price.amount", equalTo("55.00"))
                .body("version", equalTo(1));
        var again = imported(file.replaceAll("GTX Basic .*,551\\n", ""), columns);
        assertThat(again.getInt("created")).isZero();
        assertThat(again.getInt("unchanged") + again.getInt("updated")).isEqualTo(2);
    }

    @Test
    void rejectsACodeThatAnotherProductHas() {
        var code = "P-" + source;
        imported("externalId,code,name\n1," + code + ",First\n", "{}");
        var job = imported("externalId,code,name\n2," + code + ",Second\n3,New" + code + ",Third\n", "{}");
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        anna().get("/v1/products/imports/" + job.getString("id") + "/errors")
                .then()
                .statusCode(200)
                .body(containsString(code), containsString("Second"));
        given().auth()
                .oauth2(Tokens.all("ben", "product:write"))
                .multiPart("file", "rows.csv", new byte[0], "text/csv")
                .post("/v1/products/imports")
                .then()
                .statusCode(403);
    }
}
