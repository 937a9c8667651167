package io.kehu.servicedesk.improvement;

import io.kehu.servicedesk.questionnaire.SurveyKind;
import io.kehu.servicedesk.reference.RowCustomers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * An improvement action as a row of an import states it.
 *
 * @param kind     null for the usual one, as the days are
 * @param type     code or name of the type of tickets that it is about
 * @param customer key of the customer in another system
 * @param owner    counts for a new one alone, as the team does
 */
record ImprovementRow(
        @Valid ImprovementFields fields,
        SurveyKind kind,
        @Min(1) @Max(730) Integer days,
        @Size(max = 100) String type,
        @Size(max = 200) String customer,
        @Size(max = 200) String customerSource,
        @Size(max = 100) String owner,
        @Size(max = 500) String team)
        implements RowCustomers.NamesCustomer {}
