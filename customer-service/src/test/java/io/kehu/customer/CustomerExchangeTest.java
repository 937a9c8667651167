package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.platform.table.TableType;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers and contacts out by file and in again. */
@QuarkusTest
class CustomerExchangeTest {

    private final String source = "erp-" + UUID.randomUUID();

    private static RequestSpecification anna(String... more) {
        var permissions = new java.util.ArrayList<>(List.of(
                "customer:read",
                "customer:write",
                "customer:import",
                "customer:export",
                "contact:read",
                "contact:import",
                "contact:export"));
        permissions.addAll(List.of(more));
        return given().auth().oauth2(Tokens.all("anna", permissions.toArray(String[]::new)));
    }

    private JsonPath imported(String resource, String csv) {
        String location = anna("pii:read")
                .multiPart("file", "rows.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/" + resource + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return ended(location);
    }

    private static JsonPath ended(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(location).jsonPath(), job -> job.getString("finishedAt") != null);
    }

    private static String exported(RequestSpecification caller, String path) {
        var content = caller.accept(TableType.CSV_MEDIA_TYPE)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(content, StandardCharsets.UTF_8);
    }

    @Test
    void takesAnExportedFileBackWithoutAChange() {
        var customers = imported("customers", """
                externalId,name,type,employees,annualRevenue,phone,email,tags,parent,parentRelation,parentShare,remark
                k1,远山集团%1$s,GROUP,5000,1200.50,13812341234,info@example.com,重点;老客户,,,,"two
                lines"
                k2,=远山软件%1$s,,300,,+8613812345678,,,k1,SUBSIDIARY,0.75,
                """.formatted(source));
        assertThat(customers.getInt("created")).isEqualTo(2);
        imported(
                "contacts",
                "externalId,name,customer,phone,otherPhones,roles\np1,欧阳%s,k2,13900001111,13900002222;13700003333,USER;TECHNICAL\n"
                        .formatted(source));

        var file = exported(anna(), "/v1/customers?sort=createdAt&q=" + source);
        assertThat(file)
                .contains("k2," + source + ",'=远山软件", "138****1234", ",k1,SUBSIDIARY,0.75")
                .doesNotContain("13812341234");
        var again = imported("customers", file);
        assertThat(List.of(again.getInt("unchanged"), again.getInt("updated"), again.getInt("rejected")))
                .containsExactly(2, 0, 0);

        String company = anna().get("/v1/customers/by-external?source=" + source + "&externalId=k2")
                .path("id");
        var people = exported(anna("pii:read"), "/v1/contacts?filter=customerId==" + company);
        assertThat(people).contains("p1," + source + ",欧阳", ",k2,", "13900001111");
        assertThat(imported("contacts", people).getInt("unchanged")).isEqualTo(1);
        var masked = exported(anna(), "/v1/contacts?filter=customerId==" + company);
        assertThat(imported("contacts", masked).getInt("unchanged")).isEqualTo(1);
    }

    @Test
    void takesTheLifecycleOfNewCustomersAndSaysWhatItIgnores() {
        var rows =
                "externalId,name,lifecycle,Created by\nl1,Old %1$s,CHURNED,erp\nl2,New %1$s,,erp\n".formatted(source);
        var job = imported("customers", rows);
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getList("ignoredColumns")).containsExactly("Created by");
        var path = "/v1/customers/by-external?source=" + source + "&externalId=";
        anna().get(path + "l1").then().body("lifecycle", equalTo("CHURNED"));
        anna().get(path + "l2").then().body("lifecycle", equalTo("PROSPECT"));
        assertThat(imported("customers", rows).getInt("unchanged")).isEqualTo(2);
        var moved = imported("customers", rows.replace("CHURNED", "ACTIVE"));
        assertThat(moved.getInt("rejected")).isOne();
        assertThat(exported(anna("pii:read"), "/v1/customers/imports/" + moved.getString("id") + "/errors"))
                .contains("CHURNED");
    }

    private static void put(String resource, String source, String body) {
        anna("contact:write", "pii:read")
                .contentType("application/json")
                .body(body)
                .put("/v1/" + resource + "/by-external?externalId=a1&source=" + source)
                .then()
                .statusCode(201);
    }

    @Test
    void leavesWhatAFileHasNoColumnsFor() {
        put("customers", source, """
                {"name":"%s","country":"CN","province":"440000","city":"440300",
                 "addresses":[{"kind":"SHIPPING","country":"DE","city":"Berlin","street":"Allee 1"}]}""".formatted(source));
        var file = exported(anna(), "/v1/customers?q=" + source);
        assertThat(imported("customers", file).getInt("unchanged")).isEqualTo(1);
        assertThat(imported("customers", file.replace("," + source + ",COMPANY", ",New " + source + ",COMPANY"))
                        .getInt("updated"))
                .isOne();
        imported("customers", "externalId,street,addressKind,postalCode\na1,Allee 1,SHIPPING,10115\n");
        anna().get("/v1/customers/by-external?externalId=a1&source=" + source)
                .then()
                .body("city", equalTo("440300"))
                .body("addresses[0].country", equalTo("DE"))
                .body("addresses[0].city", equalTo("Berlin"))
                .body("addresses[0].postalCode", equalTo("10115"));

        put("contacts", source, """
                {"name":"Li","socialAccounts":[{"network":"QQ","handle":"12345"},{"network":"WeChat","handle":"li1"}]}""");
        var contact = "/v1/contacts/by-external?externalId=a1&source=" + source;
        String id = anna().get(contact).path("id");
        var people = exported(anna("pii:read"), "/v1/contacts?filter=id==" + id);
        assertThat(imported("contacts", people).getInt("unchanged")).isEqualTo(1);
        assertThat(imported("contacts", people.replace("li1", "li2")).getInt("updated"))
                .isOne();
        anna().get(contact)
                .then()
                .body("socialAccounts.network", contains("QQ", "WeChat"))
                .body("socialAccounts.handle", contains("12345", "li2"));
    }

    @Test
    void takesBackAGroupFromItsLastCustomerToItsFirst() {
        var group = "externalId,name,parent\ng1,Parent %1$s,\ng2,Child %1$s,g1\n".formatted(source);
        var job = imported("customers", group);
        String revert = anna().post("/v1/customers/imports/" + job.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(ended(revert).getInt("removed")).isEqualTo(2);
        anna().get("/v1/customers?q=" + source).then().body("items", hasSize(0));
        assertThat(imported("customers", group).getInt("created")).isEqualTo(2);
    }

    @Test
    void leavesACustomerThatHasGotContacts() {
        var job = imported("customers", "externalId,name\nc1,Firm %s\n".formatted(source));
        imported("contacts", "externalId,name,customer\np1,Somebody,c1\n");
        var location = "/v1/customers/imports/" + job.getString("id");
        String revert = anna().post(location + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(ended(revert).getInt("rejected")).isEqualTo(1);
        anna("pii:read").get(revert + "/errors").then().statusCode(200);
        anna().get("/v1/customers?q=" + source).then().body("items", hasSize(1));
    }

    @Test
    void restoresWhatAnImportChangedAlsoSealedColumns() {
        imported("customers", "externalId,name,phone,level\nr1,Old %1$s,13812341234,A\n".formatted(source));
        var job = imported(
                "customers",
                "externalId,name,phone,level\nr1,New %1$s,13900001111,\nr1,Newer %1$s,13900001111,B\n"
                        .formatted(source));
        String revert = anna().post("/v1/customers/imports/" + job.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(ended(revert).getInt("updated")).isEqualTo(1);
        anna("pii:read")
                .get("/v1/customers/by-external?source=" + source + "&externalId=r1")
                .then()
                .body("name", equalTo("Old " + source))
                .body("phone", equalTo("+8613812341234"))
                .body("level", equalTo("A"))
                .body("version", equalTo(4));
        anna().get("/v1/customers?q=Old " + source).then().body("items", hasSize(1));
        anna().get("/v1/customers?q=Newer " + source).then().body("items", hasSize(0));
    }

    private static JsonPath reverted(String resource, JsonPath job) {
        String revert = anna().post("/v1/" + resource + "/imports/" + job.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return ended(revert);
    }

    private String customer(String key) {
        return anna().get("/v1/customers/by-external?source=" + source + "&externalId=" + key)
                .path("id");
    }

    private static void below(String parent, String child) {
        anna().contentType("application/json")
                .body("{\"customerId\":\"%s\"}".formatted(parent))
                .put("/v1/customers/" + child + "/parent")
                .then()
                .statusCode(200);
    }

    @Test
    void putsNoCustomerBackBelowOneThatStandsBelowItOrIsGone() {
        imported(
                "customers",
                "externalId,name,parent\np1,P1 %1$s,\np2,P2 %1$s,\np3,P3 %1$s,\na,A %1$s,p1\nb,B %1$s,p2\n"
                        .formatted(source));
        var job = imported("customers", "externalId,name,parent\na,A %1$s,p3\nb,B %1$s,p3\n".formatted(source));
        below(customer("a"), customer("p1"));
        anna("customer:delete").delete("/v1/customers/" + customer("p2")).then().statusCode(204);
        var revert = reverted("customers", job);
        assertThat(revert.getInt("updated")).isEqualTo(1);
        assertThat(revert.getInt("rejected")).isEqualTo(1);
        anna().get("/v1/customers/" + customer("a")).then().body("parentId", equalTo(customer("p3")));
        anna().get("/v1/customers/" + customer("b")).then().body("parentId", nullValue());
    }

    @Test
    void putsAContactBackToWhatItsCustomerHasBeenMergedInto() {
        imported("customers", "externalId,name\nx,X %1$s\ny,Y %1$s\ns,S %1$s\n".formatted(source));
        imported("contacts", "externalId,name,customer\nc,Li,x\n");
        var job = imported("contacts", "externalId,name,customer\nc,Li,y\n");
        var survivor = customer("s");
        anna("customer:delete")
                .contentType("application/json")
                .body("{\"customers\":[\"%s\"]}".formatted(customer("x")))
                .post("/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);
        assertThat(reverted("contacts", job).getInt("updated")).isEqualTo(1);
        anna().get("/v1/contacts?filter=customerId==" + survivor).then().body("items.name", contains("Li"));
    }

    @Test
    void clearsWhatACellLeavesBlankAndNothingThatHasNoColumn() {
        var key = "k" + UUID.randomUUID().toString().replace("-", "");
        given().auth()
                .oauth2(Tokens.all("anna", "customer:admin"))
                .contentType("application/json")
                .body("{\"kind\":\"TEXT\",\"zh\":\"甲%1$s\",\"en\":\"A%1$s\"}".formatted(key))
                .put("/v1/customers/custom-fields/" + key)
                .then()
                .statusCode(200);
        imported("customers", """
                externalId,name,phone,street,postalCode,taxNumber,invoicePhone,bankAccount,custom.%1$s
                b1,Blank %2$s,13812341234,1 Long Road,518057,91990000000000019N,13900001111,6222020000001,red
                """.formatted(key, source));
        var path = "/v1/customers/by-external?source=" + source + "&externalId=b1";

        imported("customers", "externalId,phone,taxNumber\nb1,,91990000000000020M\n");
        anna("pii:read")
                .get(path)
                .then()
                .body("phone", nullValue())
                .body("invoiceTitle.taxNumber", equalTo("91990000000000020M"))
                .body("invoiceTitle.phone", equalTo("+8613900001111"))
                .body("addresses[0].street", equalTo("1 Long Road"))
                .body("customFields." + key, equalTo("red"))
                .body("owner", equalTo("anna"));

        imported(
                "customers",
                "externalId,owner,team,street,postalCode,taxNumber,invoicePhone,bankAccount,custom.%s\nb1,,,,,,,,\n"
                        .formatted(key));
        anna("pii:read")
                .get(path)
                .then()
                .body("invoiceTitle", nullValue())
                .body("addresses", empty())
                .body("customFields." + key, nullValue())
                .body("owner", equalTo("anna"))
                .body("version", equalTo(3));
    }

    @Test
    void leavesAddressesAndAccountsThatAFileCannotHold() {
        imported("customers", "externalId,name\nb2,Several %s\n".formatted(source));
        imported("contacts", "externalId,name,customer,weChat\np2,Somebody,b2,li_wei\n");
        var customer = "/v1/customers/by-external?source=" + source + "&externalId=b2";
        anna().contentType("application/json").body("""
                        {"name":"Several","addresses":[{"kind":"OFFICE","street":"1 Long Road"},
                        {"kind":"BILLING","street":"2 Long Road"}]}
                        """).put(customer).then().statusCode(200);
        var contact = "/v1/contacts/by-external?source=" + source + "&externalId=p2";
        anna("contact:write", "pii:read")
                .contentType("application/json")
                .body("""
                        {"name":"Somebody","socialAccounts":[{"network":"QQ","handle":"12345"},
                        {"network":"WeChat","handle":"li_wei"}]}
                        """)
                .put(contact)
                .then()
                .statusCode(200);

        imported("customers", "externalId,street,postalCode\nb2,,\n");
        imported("contacts", "externalId,weChat\np2,\n");
        anna().get(customer).then().body("addresses", hasSize(2));
        anna("pii:read").get(contact).then().body("socialAccounts.network", equalTo(List.of("QQ")));
    }
}
