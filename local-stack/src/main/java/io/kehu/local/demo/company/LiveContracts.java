package io.kehu.local.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.local.demo.client.PublicApi;
import io.kehu.local.demo.invention.MadeDeal;
import java.math.BigDecimal;
import java.util.List;

/** Makes contracts of won opportunities, and has them approved, signed and fulfilled, each from where it stands. */
final class LiveContracts {

    private static final String APPROVER = "finance";
    private static final List<String> STEPS = List.of("submit", "approve", "sign", "start", "complete");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicApi kehu;
    private final String source;

    LiveContracts(PublicApi kehu, String source) {
        this.kehu = kehu;
        this.source = source;
    }

    void work(MadeDeal deal) {
        var owner = deal.customer().seller().username();
        var customer = kehu.require(owner, "customers", source, deal.customer().externalId());
        var opportunity = kehu.require(owner, "opportunities", source, deal.externalId());
        var contract = kehu.items(owner, "contracts", "opportunityId==" + opportunity).stream()
                .findFirst()
                .orElseGet(() -> draft(deal, customer, opportunity));
        for (var step = stepsTaken(contract); step < deal.contract().steps(); step++) {
            take(STEPS.get(step), contract, deal);
        }
    }

    private JsonNode draft(MadeDeal deal, String customer, String opportunity) {
        var words = deal.customer().words();
        var begin = deal.closedOn().plusDays(7);
        var body = JSON.createObjectNode()
                .put("name", words.contract().formatted(deal.customer().brand()))
                .put("customerId", customer)
                .put("opportunityId", opportunity)
                .put("startsOn", begin.toString())
                .put("endsOn", begin.plusYears(1).minusDays(1).toString())
                .put("paymentTerms", deal.contract().paymentTerms());
        body.set("amount", money(deal.amount()));
        body.putArray("lines")
                .addObject()
                .put(
                        "productId",
                        kehu.require("admin", "products", source, deal.product().code()))
                .put("quantity", deal.quantity())
                .set("price", money(deal.product().price()));
        return post(deal.customer().seller().username(), "/v1/contracts", body, deal, "draft");
    }

    private static int stepsTaken(JsonNode contract) {
        return switch (contract.path("status").asText()) {
            case "SIGNED" -> 3;
            case "IN_PROGRESS" -> 4;
            case "DRAFT" ->
                switch (contract.path("approval").asText()) {
                    case "PENDING" -> 1;
                    case "APPROVED" -> 2;
                    default -> 0;
                };
            default -> STEPS.size();
        };
    }

    private void take(String step, JsonNode contract, MadeDeal deal) {
        var body = JSON.createObjectNode();
        if (step.equals("sign")) {
            body.put("signedOn", deal.closedOn().toString());
        }
        var user = step.equals("approve") ? APPROVER : deal.customer().seller().username();
        post(user, "/v1/contracts/%s/%s".formatted(contract.path("id").asText(), step), body, deal, step);
    }

    private JsonNode post(String user, String path, JsonNode body, MadeDeal deal, String step) {
        var key = "%s-%s-%s".formatted(source, deal.externalId(), step);
        return kehu.as(user).post(path, body, key).require().json();
    }

    private static JsonNode money(BigDecimal amount) {
        return JSON.createObjectNode().put("amount", amount.toPlainString()).put("currency", "CNY");
    }
}
