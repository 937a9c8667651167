package io.kehu.opportunity.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.events.EventJson;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What of a lead goes into its customer, its contact and its deal. */
record ConvertedFields(LeadFields lead, ConvertLead command) {

    /** In the company's own words in a lead, but in those of dictionaries in a customer; and what may be deleted by now. */
    static final List<String> DOUBTFUL = List.of("source", "industry", "campaignId");

    /** A lead without a company is a person. */
    ObjectNode customer() {
        var fields = EventJson.mapper().createObjectNode();
        fields.put("name", customerName());
        fields.put("type", lead.company() == null && command.customerName() == null ? "INDIVIDUAL" : "COMPANY");
        if (!hasContact() || lead.company() == null) {
            reached(fields);
        }
        put(fields, "source", lead.source());
        put(fields, "industry", lead.industry());
        put(fields, "campaignId", lead.campaignId());
        put(fields, "remark", lead.remark());
        return fields;
    }

    private String customerName() {
        return Stream.of(command.customerName(), lead.company(), lead.person(), lead.name())
                .filter(name -> name != null)
                .findFirst()
                .orElseThrow();
    }

    boolean hasContact() {
        return lead.person() != null;
    }

    ObjectNode contact(UUID customerId) {
        var fields = EventJson.mapper().createObjectNode();
        fields.put("name", lead.person());
        fields.put("customerId", customerId.toString());
        put(fields, "title", lead.title());
        reached(fields);
        fields.set("consents", EventJson.mapper().valueToTree(lead.consents()));
        return fields;
    }

    private void reached(ObjectNode fields) {
        put(fields, "phone", lead.phone());
        put(fields, "email", lead.email());
    }

    String opportunityName() {
        return command.opportunityName() == null ? lead.name() : command.opportunityName();
    }

    private static void put(ObjectNode fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
