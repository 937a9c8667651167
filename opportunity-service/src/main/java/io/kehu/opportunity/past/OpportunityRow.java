package io.kehu.opportunity.past;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.opportunity.assignment.AssignTo;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A deal as a row of an import states it.
 *
 * @param customer  number of the customer, or its key in the other system
 * @param product   code of the product, or its key in the other system
 * @param pipeline  code or name of the pipeline
 * @param stage     code or name of the stage
 * @param lostReason key or name of the reason
 * @param campaign  number of the campaign
 * @param enteredAt when which stage was entered, by its code, as far as the row says so; null if it says nothing
 */
record OpportunityRow(
        @Size(max = 200) String name,
        @Size(max = 100) String owner,
        @Size(max = 500) String team,
        @Size(max = 200) String customerSource,
        @Size(max = 200) String customer,
        @Size(max = 200) String product,
        @Size(max = 100) String pipeline,
        @Size(max = 200) String stage,
        Instant openedAt,
        Instant closedAt,
        @ValidMoney Money amount,
        LocalDate expectedCloseDate,
        @Size(max = 100) String source,
        @Size(max = 100) String lostReason,
        @Size(max = 1000) String nextStep,
        @Size(max = 5000) String description,
        Map<String, Instant> enteredAt,
        @Size(max = 50) Set<@NotBlank @Size(max = 50) String> tags,
        CustomFields customFields,
        AssignTo assign,
        @Size(max = 20) List<String> split,
        @Size(max = 50) String campaign,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> competitors) {

    /** The same, with the key of the reason in the place of what the row says for it. */
    OpportunityRow lostFor(String key) {
        return new OpportunityRow(
                name,
                owner,
                team,
                customerSource,
                customer,
                product,
                pipeline,
                stage,
                openedAt,
                closedAt,
                amount,
                expectedCloseDate,
                source,
                key,
                nextStep,
                description,
                enteredAt,
                tags,
                customFields,
                assign,
                split,
                campaign,
                competitors);
    }
}
