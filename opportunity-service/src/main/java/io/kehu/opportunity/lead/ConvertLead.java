package io.kehu.opportunity.lead;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes a lead into a customer with a contact and a deal. */
@Schema(description = "What a lead 线索 is made into; whatever is left out is taken from the lead")
public record ConvertLead(
        @Schema(description = "The customer 客户 that it belongs to, if there is one already")
        UUID customerId,

        @Schema(description = "The contact 联系人 that it is, if there is one already")
        UUID contactId,

        @Schema(description = "Name of the new customer") @Size(max = 200)
        String customerName,

        @Schema(description = "Whether a deal 商机 is opened; true when left out")
        Boolean createOpportunity,

        @Schema(description = "Name of the deal") @Size(max = 200)
        String opportunityName,

        @Schema(description = "Amount 预计金额 of the deal; the budget when left out") @ValidMoney
        Money amount,

        @Schema(description = "Expected close date 预计成交日期 of the deal")
        LocalDate expectedCloseDate,

        @Schema(
                description =
                        "Values of the company's own fields 自定义字段 of the new customer, see /v1/customers/custom-fields")
        CustomFields customerCustomFields,

        @Schema(description = "Likewise of the new contact, see /v1/contacts/custom-fields")
        CustomFields contactCustomFields,

        @Schema(description = "Likewise of the deal, see /v1/opportunities/custom-fields")
        CustomFields opportunityCustomFields) {

    boolean opens() {
        return createOpportunity == null || createOpportunity;
    }

    ConvertLead linking(UUID customer, UUID contact) {
        return new ConvertLead(
                customer,
                contact,
                customerName,
                createOpportunity,
                opportunityName,
                amount,
                expectedCloseDate,
                customerCustomFields,
                contactCustomFields,
                opportunityCustomFields);
    }
}
