package io.kehu.local.demo.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.local.demo.client.DemoFailure;
import io.kehu.local.demo.client.Http;
import io.kehu.local.demo.client.PublicApi;
import io.kehu.local.demo.invention.MadeTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Works on made-up tickets as a support agent would, each from where it stands, and asks the customer in the end. */
final class LiveTickets {

    static final String AGENT = "support";
    static final String GROUP = "service-desk";
    static final String TEAM = "/service";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicApi kehu;
    private final String source;

    LiveTickets(PublicApi kehu, String source) {
        this.kehu = kehu;
        this.source = source;
    }

    void work(MadeTicket made) {
        var found = kehu.find(AGENT, "tickets", source, made.externalId());
        var ticket = found.orElseGet(() -> open(made));
        var id = ticket.path("id").asText();
        var updates = made.updates();
        for (var next = position(made, ticket.path("status").asText()) + 1; next < updates.size(); next++) {
            move(id, made, updates.get(next).status(), next);
        }
        if (made.status().equals("CLOSED") && made.score() > 0) {
            answer(id, made);
        }
    }

    private JsonNode open(MadeTicket made) {
        var text = made.text();
        var body = JSON.createObjectNode()
                .put("subject", text.subject())
                .put("description", text.description())
                .put("type", text.type())
                .put("category", text.category())
                .put("channel", made.channel())
                .put("impact", made.impact())
                .put("urgency", made.urgency())
                .put(
                        "customerId",
                        kehu.require(AGENT, "customers", source, made.customer().externalId()));
        return kehu.as(AGENT)
                .put(PublicApi.byExternal("tickets", source, made.externalId()), body)
                .require()
                .json();
    }

    /** The furthest place on its way where it can be. */
    private static int position(MadeTicket made, String status) {
        var position = made.updates().size() - 1;
        while (position > 0 && !made.updates().get(position).status().equals(status)) {
            position--;
        }
        return position;
    }

    private void move(String id, MadeTicket made, String status, int step) {
        var api = kehu.as(AGENT);
        var path = "/v1/tickets/" + id;
        var key = "%s-%s-%d".formatted(source, made.externalId(), step);
        var answer = switch (status) {
            case "ASSIGNED" ->
                api.post(
                        path + "/assign",
                        object("assignee", AGENT).put("group", GROUP).put("team", TEAM),
                        key);
            case "RESOLVED" ->
                api.post(path + "/resolve", object("resolution", made.text().resolution()), key);
            case "CLOSED" -> api.post(path + "/close", JSON.createObjectNode(), key);
            case "REOPENED" ->
                api.post(path + "/reopen", object("reason", made.text().description()), key);
            default ->
                api.put(
                        path + "/status",
                        object("status", status).put("reason", made.text().subject()));
        };
        answer.require();
    }

    /** The survey is sent by an event, so that it comes a moment after the closing. */
    private void answer(String ticketId, MadeTicket made) {
        var api = kehu.as(AGENT);
        var found = surveys(ticketId);
        for (var end = Instant.now().plus(PATIENCE); found.isEmpty(); ) {
            if (Instant.now().isAfter(end)) {
                throw new DemoFailure("no survey was sent for ticket " + made.externalId());
            }
            Http.pause();
            found = surveys(ticketId);
        }
        var survey = found.getFirst();
        if (!survey.hasNonNull("answeredAt")) {
            var body = JSON.createObjectNode().put("score", made.score()).put("comment", made.comment());
            body.putObject("scores").put("SERVICE_ATTITUDE", Math.min(5, made.score() + 1));
            api.post(
                            "/v1/surveys/%s/answer".formatted(survey.path("id").asText()),
                            body,
                            "%s-%s-answer".formatted(source, made.externalId()))
                    .require();
        }
    }

    private List<JsonNode> surveys(String ticketId) {
        return kehu.items(AGENT, "surveys", "ticketId==" + ticketId);
    }

    private static ObjectNode object(String field, String value) {
        return JSON.createObjectNode().put(field, value);
    }
}
