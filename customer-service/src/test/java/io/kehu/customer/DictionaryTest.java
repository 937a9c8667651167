package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DictionaryTest {

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all("anna", "customer:read", "customer:write", "customer:admin", "pii:read"))
                .contentType("application/json");
    }

    private static ValidatableResponse create(String fields) {
        return anna().body("{\"name\":\"Terms Ltd\"," + fields + "}")
                .post("/v1/customers")
                .then();
    }

    @Test
    void tellsEntriesInBothLanguages() {
        anna().get("/v1/dictionaries")
                .then()
                .statusCode(200)
                .body("name", containsInAnyOrder("countries", "industries", "levels", "regions", "sources", "tags"));
        anna().get("/v1/dictionaries/industries")
                .then()
                .body("standard", equalTo("GB/T 4754-2017"))
                .body("entries.findAll { it.parent == null && it.code ==~ /[A-T]/ }", hasSize(20))
                .body("entries.findAll { it.code ==~ /[0-9]{2}/ }", hasSize(97))
                .body("entries.find { it.code == '65' }.zh", equalTo("软件和信息技术服务业"))
                .body("entries.find { it.code == '65' }.parent", equalTo("I"));
        anna().get("/v1/dictionaries/regions?parent=440300")
                .then()
                .body("entries.find { it.code == '440305' }.zh", equalTo("南山区"));
        anna().get("/v1/dictionaries/nothing").then().statusCode(404);
    }

    @Test
    void keepsCodesForWhateverNamesAreWritten() {
        create("""
                "industry":"软件和信息技术服务业","source":"Exhibition","level":"a","country":"China","province":"广东",
                "city":"深圳市","tags":["High potential","自由标签"],"employees":120,"phone":"010-12345678 转 801",
                "addresses":[{"kind":"OFFICE","province":"北京市","city":"北京市","district":"海淀区","street":"中关村大街 1 号"}]""")
                .statusCode(201)
                .body("industry", equalTo("65"))
                .body("source", equalTo("EXHIBITION"))
                .body("level", equalTo("A"))
                .body("country", equalTo("CN"))
                .body("province", equalTo("440000"))
                .body("city", equalTo("440300"))
                .body("tags", containsInAnyOrder("高潜力", "自由标签"))
                .body("sizeBand", equalTo("50-199"))
                .body("phone", equalTo("+861012345678;ext=801"))
                .body("addresses[0].country", equalTo("CN"))
                .body("addresses[0].city", equalTo("110100"))
                .body("addresses[0].district", equalTo("110108"));
    }

    @Test
    void namesTheFieldAndTheRuleThatAValueBreaks() {
        create("\"industry\":\"nonsense\",\"country\":\"CN\",\"province\":\"440000\",\"city\":\"成都\",\"source\":\"x\"")
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("industry", "source", "city"))
                .body("errors.code", hasItem("dictionary.region"))
                .body("errors.find { it.field == 'industry' }.message", containsString("/v1/dictionaries/industries"));
        create("\"unifiedSocialCreditCode\":\"91440300MA5DABCD12\",\"phone\":\"12\",\"website\":\"no site\"")
                .statusCode(400)
                .body("errors.field", contains("phone", "unifiedSocialCreditCode", "website"));
    }

    @Test
    void findsAllDivisionsOfASection() {
        var city = "C" + UUID.randomUUID();
        for (var industry : new String[] {"64", "65", "J"}) {
            create("\"industry\":\"%s\",\"country\":\"DE\",\"city\":\"%s\"".formatted(industry, city));
        }
        anna().get("/v1/customers?filter=industry==I;city==" + city).then().body("items", hasSize(2));
        anna().get("/v1/customers?filter=industry==65;city==" + city).then().body("items", hasSize(1));
        anna().get("/v1/customers?filter=industry=in=(65,J);city==" + city)
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void letsAdministratorsKeepOwnEntries() {
        var code = "S" + UUID.randomUUID().toString().substring(0, 8);
        var path = "/v1/dictionaries/sources/entries/" + code;
        var body = "{\"zh\":\"来源%s\",\"en\":\"Source %s\"}".formatted(code, code);
        anna().body(body).put(path).then().statusCode(200).body("active", equalTo(true));
        String id = create("\"source\":\"来源%s\"".formatted(code))
                .statusCode(201)
                .body("source", equalTo(code))
                .extract()
                .path("id");
        anna().body("{\"zh\":\"a\",\"en\":\"b\",\"active\":false}")
                .put(path)
                .then()
                .statusCode(200);
        create("\"source\":\"%s\"".formatted(code)).statusCode(422);
        anna().contentType("application/merge-patch+json")
                .body("{\"remark\":\"kept\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .body("source", equalTo(code));
        anna().body(body).put("/v1/dictionaries/regions/entries/999999").then().statusCode(409);
        given().auth()
                .oauth2(Tokens.all("ben", "customer:write"))
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(403);
    }

    @Test
    void keepsInvoiceTitlesMasked() {
        String id = create("""
                "type":"INDIVIDUAL","addresses":[{"kind":"SHIPPING","country":"DE","street":"Secret street"}],
                "invoiceTitle":{"title":"远山","taxNumber":"911000001234567890","bank":"ICBC","account":"6222000011112222"}""")
                .statusCode(201)
                .body("invoiceTitle.account", equalTo("6222000011112222"))
                .body("addresses[0].street", equalTo("Secret street"))
                .extract()
                .path("id");
        var gina = Tokens.all("gina", "customer:read", "customer:write", "pii:reveal");
        given().auth()
                .oauth2(gina)
                .get("/v1/customers/" + id)
                .then()
                .body("invoiceTitle.title", equalTo("远山"))
                .body("invoiceTitle.account", equalTo("****2222"))
                .body("invoiceTitle.taxNumber", equalTo("****7890"));
        given().auth()
                .oauth2(gina)
                .contentType("application/merge-patch+json")
                .body("{\"invoiceTitle\":{\"account\":\"****2222\",\"bank\":\"CCB\"}}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(gina)
                .contentType("application/json")
                .body("{\"field\":\"invoiceTitle.account\",\"reason\":\"Invoice 7\"}")
                .post("/v1/customers/" + id + "/reveal")
                .then()
                .statusCode(200)
                .body("value", equalTo("6222000011112222"));
        anna().contentType("application/merge-patch+json")
                .body("{\"invoiceTitle\":null}")
                .patch("/v1/customers/" + id)
                .then()
                .body("invoiceTitle", nullValue());
    }
}
