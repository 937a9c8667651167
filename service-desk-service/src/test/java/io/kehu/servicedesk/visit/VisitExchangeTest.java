package io.kehu.servicedesk.visit;

import static io.kehu.servicedesk.Importing.anna;
import static io.kehu.servicedesk.Importing.record;
import static io.kehu.servicedesk.Importing.reverted;
import static io.kehu.servicedesk.Importing.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitExchangeTest {

    private static final String HEAD =
            "externalId,plannedAt,purpose,ticket,customer,owner,status,result,reason,endedAt\n";

    @Inject
    AgroalDataSource database;

    private final String key = UUID.randomUUID().toString();
    private final UUID customer = Desk.customer("anna", false);

    private static JsonPath visits(String rows) {
        return run("visits", HEAD + rows);
    }

    @Test
    void plansCallsAndTellsOfThoseOfThePast() {
        var ticket = Desk.ticket("Broken", customer);
        var number = anna().get("/v1/tickets/" + ticket).<String>path("number");
        var rows =
                "%1$s-1,2036-04-01 10:00,问候,%2$s,,ben,,,,\n%1$s-2,2024-04-01 10:00,,,%3$s,,done,都好,,2024-04-02 11:00\n"
                        .formatted(key, number, customer);
        var job = visits(rows);
        assertThat(job.getInt("created")).as(job.prettify()).isEqualTo(2);
        record("visits", key + "-1")
                .body("status", equalTo("PLANNED"))
                .body("owner", equalTo("ben"))
                .body("ticketId", equalTo(ticket))
                .body("customerId", equalTo(customer.toString()))
                .body("endedAt", nullValue());
        var past = record("visits", key + "-2")
                .body("status", equalTo("DONE"))
                .body("owner", equalTo("anna"))
                .body("result", equalTo("都好"))
                .body("endedAt", equalTo("2024-04-02T11:00:00Z"))
                .extract()
                .<String>path("id");
        anna().get("/v1/visits/" + past + "/history").then().body("items[0].type", equalTo("visit.done"));
        assertThat(visits(rows).getInt("unchanged")).isEqualTo(2);
    }

    @Test
    void tellsWhatHasBecomeOfAPlanAndThenNoMore() {
        var planned = "%s,2024-04-01,,,%s,,,,,\n".formatted(key, customer);
        var first = visits(planned);
        var done = "%s,2024-04-01,,,%s,,DONE,fine,,2024-04-01\n".formatted(key, customer);
        var second = visits(done);
        assertThat(second.getInt("updated")).as(second.prettify()).isEqualTo(1);
        record("visits", key).body("status", equalTo("DONE")).body("result", equalTo("fine"));
        assertThat(visits(planned).getInt("rejected")).isEqualTo(1);
        assertThat(reverted("visits", second).getInt("updated")).isEqualTo(1);
        record("visits", key).body("status", equalTo("PLANNED")).body("result", nullValue());
        assertThat(reverted("visits", first).getInt("rejected")).isEqualTo(1);
    }

    @Test
    void goesBackToWhatItsCustomerHasBeenMergedInto() throws SQLException {
        var row = "%s,2024-04-01,,,%s,,,,,\n";
        visits(row.formatted(key, customer));
        var job = visits(row.formatted(key, Desk.customer("anna", false)));
        var survivor = Desk.customer("anna", false);
        try (var connection = database.getConnection();
                var merge = connection.prepareStatement(
                        "update known_record set merged_into = ?, deleted = true where id = ?")) {
            merge.setObject(1, survivor);
            merge.setObject(2, customer);
            merge.executeUpdate();
        }
        assertThat(reverted("visits", job).getInt("updated")).isEqualTo(1);
        record("visits", key).body("customerId", equalTo(survivor.toString()));
    }

    @Test
    void rejectsRowsThatDoNotFit() {
        var job = visits("""
                %1$s-1,2024-04-01,,,,,,,,
                %1$s-2,2024-04-01,,,%2$s,,DONE,fine,,
                %1$s-3,2024-04-01,,,%2$s,,,fine,,
                %1$s-4,,,,%2$s,,,,,
                %1$s-5,2024-04-01,,T-GONE,,,,,,
                """.formatted(key, customer));
        assertThat(job.getInt("rejected")).isEqualTo(5);
        anna().get("/v1/visits/imports/" + job.getString("id") + "/errors")
                .then()
                .body(containsString("visit.of-nobody"), containsString("endedAt"), containsString("T-GONE"));
    }

    @Test
    void goesOutAsAFile() {
        visits("%s,2036-04-01 10:00,=问候,,%s,,,,,\n".formatted(key, customer));
        anna().accept("text/csv")
                .get("/v1/visits?filter=customerId==" + customer)
                .then()
                .statusCode(200)
                .body(containsString("Planned at"), containsString("'=问候"), containsString(customer.toString()));
        anna().accept("text/csv")
                .get("/v1/visits/imports/template")
                .then()
                .statusCode(200)
                .body(containsString("Planned at"));
        Desk.as(Tokens.all("eve", "survey:read"))
                .accept("text/csv")
                .get("/v1/visits")
                .then()
                .statusCode(403);
    }
}
