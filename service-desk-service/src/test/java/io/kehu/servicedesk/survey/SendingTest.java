package io.kehu.servicedesk.survey;

import static io.kehu.servicedesk.Desk.anna;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.TicketEvent;
import io.kehu.servicedesk.Desk;
import io.kehu.servicedesk.questionnaire.Asking;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** When surveys are sent, at times that the test sets, by several timers at once. */
@QuarkusTest
class SendingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String level = "L" + UUID.randomUUID().toString().substring(0, 8);
    private final String ofLevel = "\"customerLevels\":[\"%s\"]".formatted(level);

    @Inject
    AgroalDataSource database;

    @Inject
    SurveyTimer timer;

    @Inject
    ScheduledAsking scheduled;

    private void questionnaire(String occasion, String more) {
        Asking.define("CSAT", "\"occasion\":\"%s\",%s".formatted(occasion, ofLevel), more);
    }

    private UUID customer() {
        return Desk.customer("anna", level, false);
    }

    private static Map<String, Object> closed(UUID customer, UUID contact) {
        var ticket = UUID.randomUUID();
        var state = ClosedTickets.state(ticket, "ben", customer, contact);
        EventStream.send(EventStream.event(new TicketEvent.Closed("RESOLVED"), state, 5));
        return await().atMost(PATIENCE)
                .until(() -> surveys("ticketId==" + ticket), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<Map<String, Object>> surveys(String filter) {
        return anna().get("/v1/surveys?filter=" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<String> history(Map<String, Object> survey) {
        return anna().get("/v1/surveys/" + survey.get("id") + "/history")
                .then()
                .extract()
                .path("items.type");
    }

    private static String status(Map<String, Object> survey) {
        return anna().get("/v1/surveys/" + survey.get("id")).then().extract().path("status");
    }

    /** As several replicas do. */
    private static void atOnce(Runnable work) {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            replicas.invokeAll(Collections.nCopies(4, Executors.callable(work)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void tick(Duration later) {
        atOnce(() -> timer.run(Instant.now().plus(later)));
    }

    @Test
    void tellsWhomItAsksAboutWhat() {
        questionnaire("TICKET_CLOSED", "");
        var customer = customer();
        var contact = UUID.randomUUID();
        assertThat(closed(customer, contact))
                .containsEntry("status", "SENT")
                .containsEntry("occasion", "TICKET_CLOSED")
                .containsEntry("customerId", customer.toString())
                .containsEntry("contactId", contact.toString())
                .containsEntry("ticketCategory", "printer")
                .containsEntry("questionnaireVersion", 1)
                .containsKeys("dueAt", "sentAt", "expiresAt");
    }

    @Test
    void sendsAfterTheDelayOnce() {
        questionnaire("TICKET_CLOSED", ",\"delayMinutes\":60");
        var survey = closed(customer(), null);
        assertThat(survey).containsEntry("status", "SCHEDULED").doesNotContainKey("sentAt");
        tick(Duration.ofMinutes(59));
        assertThat(status(survey)).isEqualTo("SCHEDULED");
        tick(Duration.ofMinutes(61));
        assertThat(history(survey)).containsExactly("survey.sent", "survey.scheduled");
    }

    @Test
    void remindsAndEndsOnce() {
        questionnaire("TICKET_CLOSED", ",\"expiryDays\":5,\"reminders\":{\"afterDays\":2,\"atMost\":1}");
        var survey = closed(customer(), null);
        tick(Duration.ofDays(1));
        assertThat(history(survey)).containsExactly("survey.sent");
        tick(Duration.ofDays(2).plusMinutes(1));
        assertThat(history(survey)).containsExactly("survey.reminded", "survey.sent");
        tick(Duration.ofDays(4).plusHours(1));
        assertThat(history(survey)).containsExactly("survey.reminded", "survey.sent");
        tick(Duration.ofDays(5).plusMinutes(1));
        assertThat(history(survey)).containsExactly("survey.expired", "survey.reminded", "survey.sent");
        anna().body("{\"score\":5}")
                .post("/v1/surveys/" + survey.get("id") + "/answer")
                .then()
                .statusCode(409);
    }

    @Test
    void leavesAContactInPeace() {
        questionnaire("TICKET_CLOSED", ",\"quietDays\":30");
        var customer = customer();
        var contact = UUID.randomUUID();
        assertThat(closed(customer, contact)).containsEntry("status", "SENT");
        assertThat(closed(customer, contact))
                .containsEntry("status", "WITHHELD")
                .containsEntry("withheld", "QUIET")
                .doesNotContainKey("sentAt");
        assertThat(closed(customer, UUID.randomUUID())).containsEntry("status", "SENT");
        assertThat(closed(customer, null)).containsEntry("withheld", "QUIET");
    }

    @Test
    void sendsOneOfTwoThatAreDueForTheSameCustomerAtOnce() {
        questionnaire("TICKET_CLOSED", ",\"quietDays\":30,\"delayMinutes\":60");
        var customer = customer();
        var surveys = List.of(closed(customer, null), closed(customer, null), closed(customer, null));
        tick(Duration.ofMinutes(61));
        assertThat(surveys.stream().map(SendingTest::status)).containsExactlyInAnyOrder("SENT", "WITHHELD", "WITHHELD");
    }

    @Test
    void goesOnWithTheOthersWhenOneCannotBeSent() throws SQLException {
        questionnaire("TICKET_CLOSED", ",\"delayMinutes\":60");
        var broken = closed(customer(), null);
        var other = closed(customer(), null);
        rename(broken, "gone");
        tick(Duration.ofMinutes(61));
        assertThat(status(broken)).isEqualTo("SCHEDULED");
        assertThat(status(other)).isEqualTo("SENT");
        rename(broken, (String) broken.get("questionnaire"));
        tick(Duration.ofMinutes(65));
        assertThat(status(broken)).isEqualTo("SCHEDULED");
        tick(Duration.ofMinutes(72));
        assertThat(status(broken)).isEqualTo("SENT");
    }

    /** As no request could. */
    private void rename(Map<String, Object> survey, String questionnaire) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("update survey set questionnaire = ? where id = ?::uuid")) {
            statement.setString(1, questionnaire);
            statement.setString(2, (String) survey.get("id"));
            statement.executeUpdate();
        }
    }

    @Test
    void asksASampleOnly() {
        questionnaire("TICKET_CLOSED", ",\"samplingPercent\":0");
        assertThat(closed(customer(), null)).containsEntry("status", "WITHHELD").containsEntry("withheld", "SAMPLING");
    }

    @Test
    void asksAboutASignedContractAndNoneOfThePast() {
        questionnaire("CONTRACT_SIGNED", "");
        var customer = customer();
        signed(customer, true);
        var contract = signed(customer, false);
        await().atMost(PATIENCE).until(() -> surveys("contractId==" + contract).size() == 1);
        assertThat(surveys("customerId==" + customer))
                .hasSize(1)
                .first()
                .satisfies(survey -> assertThat(survey)
                        .containsEntry("occasion", "CONTRACT_SIGNED")
                        .containsEntry("owner", "rita"));
    }

    private static UUID signed(UUID customer, boolean historical) {
        var state = StateBuilder.of(ContractState.class)
                .with("id", UUID.randomUUID())
                .with("number", "CT1")
                .with("owner", "rita")
                .with("customerId", customer)
                .with("status", "SIGNED")
                .build();
        EventStream.send(EventStream.event(new ContractEvent.Signed(null), state, 3, Instant.now(), historical));
        return state.id();
    }

    @Test
    void asksEachCustomerWhenItIsTimeAgain() {
        Asking.define("NPS", "\"occasion\":\"SCHEDULE\",\"everyDays\":30," + ofLevel, "");
        var customers = List.of(customer(), customer(), customer());
        var gone = Desk.customer("anna", level, true);
        var nobodys = Desk.customer(null, level, false);
        atOnce(() -> scheduled.run(Instant.now()));
        atOnce(() -> scheduled.run(Instant.now().plus(Duration.ofDays(1))));
        assertThat(customers)
                .allSatisfy(customer -> assertThat(surveys("customerId==" + customer))
                        .hasSize(1)
                        .first()
                        .satisfies(survey -> assertThat(survey)
                                .containsEntry("occasion", "SCHEDULE")
                                .containsEntry("kind", "NPS")
                                .containsEntry("owner", "anna")));
        scheduled.run(Instant.now().plus(Duration.ofDays(31)));
        assertThat(customers)
                .allSatisfy(customer ->
                        assertThat(surveys("customerId==" + customer)).hasSize(2));
        assertThat(surveys("customerId=in=(%s,%s)".formatted(gone, nobodys))).isEmpty();
    }
}
