package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kehu.client.ApiClient;
import io.kehu.client.ApiException;
import io.kehu.client.api.ContactsApi;
import io.kehu.client.api.ContractsApi;
import io.kehu.client.api.CustomersApi;
import io.kehu.client.api.OpportunitiesApi;
import io.kehu.client.api.ReportsApi;
import io.kehu.client.api.ReportsApi.APISatisfactionRequest;
import io.kehu.client.api.ReportsApi.APIWinRateRequest;
import io.kehu.client.api.SurveysApi;
import io.kehu.client.api.SurveysApi.APICallListRequest;
import io.kehu.client.api.TicketsApi;
import io.kehu.client.api.TimelineApi;
import io.kehu.client.model.Assign;
import io.kehu.client.model.ChangeStage;
import io.kehu.client.model.ChangeStatus;
import io.kehu.client.model.Comment;
import io.kehu.client.model.ContactFields;
import io.kehu.client.model.ContractFields;
import io.kehu.client.model.CustomerFields;
import io.kehu.client.model.CustomerView;
import io.kehu.client.model.Money;
import io.kehu.client.model.OpportunityFields;
import io.kehu.client.model.OpportunityView;
import io.kehu.client.model.Priority;
import io.kehu.client.model.Resolve;
import io.kehu.client.model.SignContract;
import io.kehu.client.model.SurveyAnswer;
import io.kehu.client.model.TicketFields;
import io.kehu.client.model.TicketStatus;
import io.kehu.client.model.TicketView;
import io.kehu.client.model.TimelineItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** What an integrator writes with the generated Java client, step by step. */
final class JavaJourney {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ANY_VERSION = null;
    private static final String NO_KEY = null;
    private static final String ALSO_A_LIKELY_DUPLICATE = "create";
    private static final String MINE = "me";
    private static final Money PRICE = new Money().amount("120000").currency("USD");
    private static final LocalDate TODAY = LocalDate.now();

    private final ApiClient me;
    private final ApiClient approver;
    private CustomerView customer;
    private OpportunityView deal;
    private TicketView ticket;

    JavaJourney(String url, String token, String approverToken) {
        me = client(url, token);
        approver = client(url, approverToken);
    }

    private static ApiClient client(String url, String token) {
        var client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    void winCustomer() throws ApiException {
        customer = new CustomersApi(me)
                .create(
                        new CustomerFields().name("Far Hills 远山").phone("13812341234"),
                        ALSO_A_LIKELY_DUPLICATE,
                        NO_KEY);
        new ContactsApi(me).create(new ContactFields().name("欧阳小明").customerId(customer.getId()), NO_KEY);

        var opportunities = new OpportunitiesApi(me);
        var opened = opportunities.open(
                new OpportunityFields()
                        .name("ERP")
                        .customerId(customer.getId())
                        .amount(PRICE)
                        .expectedCloseDate(TODAY),
                MINE,
                ALSO_A_LIKELY_DUPLICATE,
                NO_KEY);
        deal = opportunities.changeStage(opened.getId(), new ChangeStage().stage("WON"), ANY_VERSION);
        assertThat(deal.getStage().getKind()).isEqualTo("WON");
    }

    void signContract() throws ApiException {
        var contracts = new ContractsApi(me);
        var id = contracts
                .create(
                        new ContractFields()
                                .name("ERP for Far Hills")
                                .customerId(customer.getId())
                                .opportunityId(deal.getId())
                                .amount(PRICE)
                                .startsOn(TODAY)
                                .endsOn(TODAY.plusYears(1)),
                        NO_KEY)
                .getId();
        contracts.submit(id, new Comment().comment("As agreed"), ANY_VERSION, NO_KEY);
        new ContractsApi(approver).approve(id, new Comment(), ANY_VERSION, NO_KEY);
        var signed = contracts.sign(id, new SignContract().signedOn(TODAY), ANY_VERSION, NO_KEY);
        assertThat(signed.getStatus()).isEqualTo("SIGNED");
    }

    void closeTicket() throws ApiException {
        var tickets = new TicketsApi(me);
        var id = tickets.open(
                        new TicketFields()
                                .subject("Cannot log in 无法登录")
                                .type("TECHNICAL_SUPPORT")
                                .priority(Priority.HIGH)
                                .customerId(customer.getId()),
                        NO_KEY)
                .getId();
        tickets.assign(id, new Assign().assignee("support"), ANY_VERSION, NO_KEY);
        tickets.changeStatus(id, new ChangeStatus().status(TicketStatus.IN_PROGRESS), ANY_VERSION);
        tickets.resolve(id, new Resolve().resolution("Password reset"), ANY_VERSION, NO_KEY);
        ticket = tickets.close(id, ANY_VERSION, NO_KEY);
        assertThat(ticket.getStatus()).isEqualTo("CLOSED");
    }

    void answerSurvey() throws ApiException {
        var answer = new SurveyAnswer().score(5).comment("Solved within the hour 满意");
        var answered = new SurveysApi(me).answer(survey(), answer, ANY_VERSION, NO_KEY);
        assertThat(answered.getScore()).isEqualTo(5);
    }

    /** It is sent when the ticket is closed, a moment later. */
    private UUID survey() {
        var ofTicket = APICallListRequest.newBuilder()
                .filter("ticketId==" + ticket.getId())
                .build();
        return await().atMost(PATIENCE)
                .until(() -> new SurveysApi(me).callList(ofTicket).getItems(), surveys -> !surveys.isEmpty())
                .getFirst()
                .getId();
    }

    void findItInTheReports() {
        var id = customer.getId().toString();
        var winRateOfCustomer = APIWinRateRequest.newBuilder().customer(id).build();
        var satisfactionOfCustomer =
                APISatisfactionRequest.newBuilder().customer(id).build();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var reports = new ReportsApi(me);
            assertThat(reports.winRate(winRateOfCustomer).getTotal().getWon()).isEqualTo(1);
            assertThat(reports.satisfaction(satisfactionOfCustomer).getTotal().getSatisfied())
                    .isEqualTo(1);
            assertThat(new TimelineApi(me)
                            .timeline("customer:" + id, null, null)
                            .getItems())
                    .extracting(TimelineItem::getType)
                    .contains("opportunity.won", "contract.signed", "ticket.closed");
        });
    }
}
