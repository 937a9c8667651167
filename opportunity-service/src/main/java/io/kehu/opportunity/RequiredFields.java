package io.kehu.opportunity;

import io.kehu.events.OpportunityState;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.util.ArrayList;
import java.util.List;

/** Which of the fields that a stage requires a deal does not have. */
final class RequiredFields {

    private RequiredFields() {}

    static List<String> missing(Stage stage, OpportunityState deal) {
        return stage.requiredFields().stream()
                .filter(field -> value(field, deal) == null)
                .toList();
    }

    /** What stands against the deal's being in {@code stage}, but for fields that it need not have. */
    static List<InvalidField> faults(Stage stage, OpportunityState deal, List<String> exempt) {
        var faults = new ArrayList<InvalidField>();
        for (var field : missing(stage, deal)) {
            if (!exempt.contains(field)) {
                faults.add(new InvalidField(field, "opportunity.stage-requires", stage.name()));
            }
        }
        return faults;
    }

    private static Object value(String field, OpportunityState deal) {
        return switch (field) {
            case "customerId" -> deal.customerId();
            case "amount" -> deal.amount();
            case "expectedCloseDate" -> deal.expectedCloseDate();
            case "source" -> deal.source();
            case "nextStep" -> deal.nextStep();
            case "description" -> deal.description();
            case "campaignId" -> deal.campaignId();
            case "contacts" -> deal.contacts().isEmpty() ? null : deal.contacts();
            case "competitors" -> deal.competitors().isEmpty() ? null : deal.competitors();
            case "lines" -> deal.lines().isEmpty() ? null : deal.lines();
            default -> throw new IllegalStateException("No stage can require the field " + field);
        };
    }
}
