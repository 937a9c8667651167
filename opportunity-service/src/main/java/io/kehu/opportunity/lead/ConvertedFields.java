package io.kehu.opportunity.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.events.CustomFields;
import io.kehu.events.EventJson;
import io.kehu.opportunity.NewDeal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a lead goes into its customer, its contact and its deal.
 *
 * @param number of the lead
 */
record ConvertedFields(String number, LeadFields lead, ConvertLead command) {

    /** In the company's own words in a lead, but in those of dictionaries in a customer; and what may be deleted by now. */
    static final List<String> DOUBTFUL = List.of("source", "industry", "campaignId");

    private static final int LONGEST_NAME = 200;

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
        putOwn(fields, command.customerCustomFields());
        return fields;
    }

    /** By what a customer that is there already is recognized. */
    ObjectNode sought() {
        var fields = EventJson.mapper().createObjectNode();
        fields.put("name", customerName());
        put(fields, "phone", lead.phone());
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
        putOwn(fields, command.contactCustomFields());
        return fields;
    }

    private void reached(ObjectNode fields) {
        put(fields, "phone", lead.phone());
        put(fields, "email", lead.email());
    }

    /**
     * A deal is told to everybody in clear, other than a lead: it takes neither the person's name, after whom leads are often
     * called, nor the remark.
     */
    NewDeal deal(UUID customerId, UUID contactId) {
        return new NewDeal(
                opportunityName(),
                customerId,
                contactId,
                command.amount() == null ? lead.budget() : command.amount(),
                command.expectedCloseDate(),
                lead.source(),
                lead.campaignId(),
                command.opportunityCustomFields());
    }

    private String opportunityName() {
        var interests = lead.interests().stream().sorted().collect(Collectors.joining("、"));
        return Stream.of(command.opportunityName(), lead.company(), interests, number)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())))
                .orElseThrow();
    }

    private static void putOwn(ObjectNode fields, CustomFields values) {
        if (values != null) {
            fields.set("customFields", EventJson.mapper().valueToTree(values));
        }
    }

    private static void put(ObjectNode fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
