package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerImportTest {

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna",
                        "customer:read",
                        "customer:write",
                        "customer:import",
                        "contact:read",
                        "contact:import",
                        "pii:read"));
    }

    private static String start(String resource, String mode, String source, byte[] file) {
        return anna().multiPart("file", "rows.csv", file, "text/csv")
                .multiPart("mode", mode)
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/" + resource + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static JsonPath finished(String location) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(location).jsonPath().getString("status").equals("COMPLETED"));
        return anna().get(location).jsonPath();
    }

    @Test
    void takesCustomersWithTheirGroupAndContactsFromChineseFiles() {
        var source = "erp-" + UUID.randomUUID();
        var customers = """
                外部编号,客户名称,行业,员工人数,年营业额,币种,电话,上级客户
                k1,远山集团,制造业,5000,1200.50,CNY,13812341234,
                k2,"远山,软件",信息技术,300,,,,k1
                k3,,信息技术,10,,,,
                k4,远山物流,物流,many,,,,
                k5,近水有限公司,物流,20,,,,k99
                """.getBytes(Charset.forName("GB18030"));
        var job = finished(start("customers", "upsert", source, customers));
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(3);

        var parent = "/v1/customers/by-external?source=" + source + "&externalId=";
        String group = anna().get(parent + "k1")
                .then()
                .statusCode(200)
                .body("annualRevenue.amount", equalTo("1200.50"))
                .extract()
                .path("id");
        anna().get(parent + "k2")
                .then()
                .body("name", equalTo("远山,软件"))
                .body("industry", equalTo("I"))
                .body("parentId", equalTo(group))
                .body("owner", equalTo("anna"));

        var again = finished(start("customers", "upsert", source, customers));
        assertThat(again.getInt("unchanged")).isEqualTo(2);
        assertThat(again.getInt("created")).isZero();
        anna().get(parent + "k2").then().body("version", equalTo(1));

        var contacts = "externalId,name,customer,phone,roles\np1,欧阳小明,k2,13900001111,TECHNICAL;USER\np2,Nobody,k99,,\n"
                .getBytes(StandardCharsets.UTF_8);
        var people = finished(start("contacts", "create", source, contacts));
        assertThat(people.getInt("created")).isEqualTo(1);
        String company = anna().get(parent + "k2").path("id");
        anna().get("/v1/contacts?filter=customerId==" + company)
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("欧阳小明"));
    }

    @Test
    void explainsEachRejectedRowInTheErrorFile() {
        var location = start("customers", "create", "err-" + UUID.randomUUID(), """
                externalId,name,employees
                a,Good Ltd,1
                b,,2
                c,Bad Ltd,x
                """.getBytes(StandardCharsets.UTF_8));
        finished(location);
        anna().get(location + "/errors")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("3"), containsString("4"), containsString("Bad Ltd"));
    }

    @Test
    void refusesAFileWithColumnsThatNobodyUnderstands() {
        anna().multiPart("file", "rows.csv", "externalId,nmae\n1,x\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "create")
                .post("/v1/customers/imports")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(containsString("nmae"));
        given().auth()
                .oauth2(Tokens.all("ben", "customer:read"))
                .multiPart("file", "rows.csv", new byte[0], "text/csv")
                .post("/v1/customers/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void tellsByADryRunNothingOfWhatIsMasked() {
        var source = "guess-" + UUID.randomUUID();
        var rows = "externalId,name,phone\nk1,Guessed,%s\n";
        finished(start(
                "customers", "upsert", source, rows.formatted("13812341234").getBytes(StandardCharsets.UTF_8)));
        for (var phone : List.of("13812341234", "13899991234", "+86138****1234")) {
            var file = rows.formatted(phone).getBytes(StandardCharsets.UTF_8);
            var masked = given().auth().oauth2(Tokens.all("mona", "customer:read", "customer:import"));
            var dry = finished(tryOut(masked, source, file));
            assertThat(dry.getInt("updated")).isEqualTo(phone.contains("*") ? 0 : 1);
            assertThat(dry.getInt("unchanged")).isEqualTo(phone.contains("*") ? 1 : 0);
        }
        var stored = rows.formatted("13812341234").getBytes(StandardCharsets.UTF_8);
        assertThat(finished(tryOut(anna(), source, stored)).getInt("unchanged")).isEqualTo(1);
    }

    private static String tryOut(RequestSpecification by, String source, byte[] file) {
        return by.multiPart("file", "rows.csv", file, "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("dryRun", "true")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/customers/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    @Test
    void answersADryRunAsTheRunAlsoWhereRowsOfSeveralChunksDependOnEachOther() {
        var code = CreditCodes.next();
        var rows = new StringBuilder("externalId,name,parent,unifiedSocialCreditCode\n");
        rows.append("0,Group,,").append(code).append('\n');
        IntStream.range(1, 1_100)
                .forEach(row -> rows.append("%1$d,Firm %1$d,%2$s,%3$s\n"
                        .formatted(
                                row,
                                row == 600 || row == 1_050 ? "0" : row == 700 ? "9999" : "",
                                row == 800 ? code : "")));
        rows.append("0,Group,,").append(code).append('\n');
        var file = rows.toString().getBytes(StandardCharsets.UTF_8);
        var source = "dry-" + UUID.randomUUID();
        var dry = finished(tryOut(anna(), source, file));
        assertThat(dry.getInt("created")).isEqualTo(1_098);
        assertThat(dry.getInt("rejected")).isEqualTo(2);
        var run = finished(start("customers", "upsert", source, file));
        assertThat(run.getInt("created")).isEqualTo(1_098);
        assertThat(run.getInt("rejected")).isEqualTo(2);
    }

    private static JsonPath upserted(String source, String rows) {
        return finished(start("customers", "upsert", source, rows.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void closesNoCycleByRowsOfOneFile() {
        var source = "cycle-" + UUID.randomUUID();
        upserted(source, "externalId,name\na,A\nb,B\nc,C\n");
        var circle = upserted(source, "externalId,name,parent\na,A,c\nc,C,b\nb,B,a\n");
        assertThat(circle.getInt("updated")).isEqualTo(2);
        assertThat(circle.getInt("rejected")).isEqualTo(1);
        var byNewOne = upserted(source, "externalId,name,parent\nn,N,a\nb,B,n\n");
        assertThat(byNewOne.getInt("created")).isEqualTo(1);
        assertThat(byNewOne.getInt("rejected")).isEqualTo(1);
        String id = anna().get("/v1/customers/by-external?source=" + source + "&externalId=n")
                .path("id");
        anna().get("/v1/customers/" + id + "/hierarchy")
                .then()
                .statusCode(200)
                .body("name", equalTo("B"))
                .body("children[0].name", equalTo("C"))
                .body("children[0].children[0].children.name", contains("N"));
    }

    @Test
    void movesACustomerBelowOneThatTheSameFileMakes() {
        var source = "below-" + UUID.randomUUID();
        upserted(source, "externalId,name\nb,B\n");
        var job = upserted(source, "externalId,name,parent\na,A,\nb,B,a\n");
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("updated")).isEqualTo(1);
    }

    @Test
    void changesNothingByTheSameShareInTheGroupAgain() {
        var source = "share-" + UUID.randomUUID();
        var rows = "externalId,name,industry,parent,parentShare\ng,Group,制造业,,\ns,Sub,信息技术,g,0.5\nt,Third,,g,0.12345\n";
        assertThat(upserted(source, rows).getInt("rejected")).isEqualTo(1);
        assertThat(upserted(source, rows).getInt("unchanged")).isEqualTo(2);
        var key = "/v1/customers/by-external?source=" + source + "&externalId=";
        String parent = anna().get(key + "g").path("id");
        String child = anna().get(key + "s").path("id");
        for (var share : new String[] {"0.5", "0.50", "0.5"}) {
            anna().contentType("application/json")
                    .body("{\"customerId\":\"%s\",\"share\":%s}".formatted(parent, share))
                    .put("/v1/customers/" + child + "/parent")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
        anna().contentType("application/json")
                .body("{\"customerId\":\"%s\",\"share\":0.12345}".formatted(parent))
                .put("/v1/customers/" + child + "/parent")
                .then()
                .statusCode(400);
    }
}
