package io.kehu.opportunity.research;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A piece of market research as the rows of an import state it. The components have the names of their columns.
 *
 * @param fields     what the first of the rows says for all
 * @param customer   key of the customer in the other system
 * @param need       one of each row that has one, or null
 * @param competitor what is known of one of each row that names one, or null
 */
record ResearchRow(
        @Valid ResearchFields fields,
        @Size(max = 200) String customer,
        @Size(max = 200) String customerSource,
        @Size(max = 200) List<@NotNull @Valid Need> need,
        @Size(max = 200) List<@NotNull @Valid Intelligence> competitor) {}
