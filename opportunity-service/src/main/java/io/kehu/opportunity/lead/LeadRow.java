package io.kehu.opportunity.lead;

import io.kehu.opportunity.assignment.AssignTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/**
 * A lead as a row of an import states it.
 *
 * @param campaign number of the campaign that it came from
 */
record LeadRow(
        @Valid LeadFields fields,
        @Size(max = 50) String campaign,
        @Size(max = 100) String owner,
        @Size(max = 500) String team,
        AssignTo assign) {}
