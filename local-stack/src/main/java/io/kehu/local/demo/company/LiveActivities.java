package io.kehu.local.demo.company;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.local.demo.client.PublicApi;
import io.kehu.local.demo.invention.MadeActivity;

/** Logs made-up follow-ups as the seller of the customer would. */
final class LiveActivities {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicApi kehu;
    private final String source;

    LiveActivities(PublicApi kehu, String source) {
        this.kehu = kehu;
        this.source = source;
    }

    void work(MadeActivity made) {
        var seller = made.customer().seller().username();
        var customer = kehu.require(seller, "customers", source, made.customer().externalId());
        var known = kehu.items(seller, "activities", "customerId==" + customer).stream()
                .anyMatch(activity -> made.happenedAt()
                        .toString()
                        .equals(activity.path("happenedAt").asText()));
        if (!known) {
            var body = JSON.createObjectNode()
                    .put("type", made.text().type())
                    .put("direction", made.outcome() == null ? null : "OUTBOUND")
                    .put("subject", made.text().subject())
                    .put("content", made.text().content())
                    .put("happenedAt", made.happenedAt().toString())
                    .put("minutes", made.minutes())
                    .put("customerId", customer)
                    .put("outcome", made.outcome());
            if (made.opportunity() != null) {
                body.put("opportunityId", kehu.require(seller, "opportunities", source, made.opportunity()));
            }
            if (made.result() != null) {
                body.putArray("results").add(made.result());
            }
            var key = "%s-%s".formatted(source, made.key());
            kehu.as(seller).post("/v1/activities", body, key).require();
        }
    }
}
