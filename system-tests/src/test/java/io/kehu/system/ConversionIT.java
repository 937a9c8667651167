package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leads become customers over two services, of which either may be killed at any moment. */
@ExtendWith(RunningSuite.class)
class ConversionIT {

    private static final int LEADS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static Suite suite;

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String qualified(int number) {
        var id = suite.as("admin")
                .body("""
                    {"name":"CRM","company":"转化 %1$s-%2$d","person":"欧阳小明","email":"%1$s-%2$d@example.com","source":"WEBSITE"}\
                    """.formatted(mark, number))
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        for (var status : List.of("ASSIGNED", "CONTACTED", "QUALIFIED")) {
            suite.as("admin")
                    .body("{\"status\":\"%s\"}".formatted(status))
                    .put("/v1/leads/" + id + "/status")
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    @Test
    void makesOneCustomerOfEachLeadThoughBothServicesAreKilled() throws IOException, InterruptedException {
        var leads = new ArrayList<String>();
        for (var number = 0; number < LEADS; number++) {
            leads.add(qualified(number));
        }
        var converting = Thread.ofVirtual().start(() -> leads.forEach(ConversionIT::convert));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> converted(leads) > 5);
        suite.kill("customer-service");
        suite.run("start", "customer-service");
        suite.kill("opportunity-service");
        suite.run("start", "opportunity-service");
        converting.join();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> converted(leads) == LEADS);
        for (var number = 0; number < LEADS; number++) {
            isOne(leads.get(number), number);
        }
    }

    /** Asked again until it has been heard, as a client does. */
    private static void convert(String lead) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> suite.as("admin")
                                .body("{}")
                                .post("/v1/leads/" + lead + "/convert")
                                .statusCode()
                        == 200);
    }

    private static long converted(List<String> leads) {
        return leads.stream()
                .filter(lead -> suite.as("admin")
                        .get("/v1/leads/" + lead)
                        .jsonPath()
                        .getString("status")
                        .equals("CONVERTED"))
                .count();
    }

    private void isOne(String lead, int number) {
        var customer = suite.as("admin").get("/v1/leads/" + lead).<String>path("convertedCustomerId");
        assertThat(suite.as("admin")
                        .get("/v1/customers/by-external?source=lead&externalId=" + lead)
                        .<String>path("id"))
                .isEqualTo(customer);
        for (var list : List.of(
                "/v1/customers?filter=name=='转化 %s-%d'".formatted(mark, number),
                "/v1/contacts?filter=customerId==" + customer,
                "/v1/opportunities?filter=customerId==" + customer)) {
            suite.as("admin").get(list).then().statusCode(200).body("items", hasSize(1));
        }
    }
}
