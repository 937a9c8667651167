package io.kehu.servicedesk.visit;

import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.reference.RowTickets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/**
 * A return visit as a row of an import states it.
 *
 * @param ticket   number of the ticket, or its key in the row's own system
 * @param customer key of the customer in another system
 * @param owner    who is to call, or called; counts for a new one alone, as the team does
 */
record VisitRow(
        @Valid VisitFields fields,
        @Valid VisitEnd end,
        @Size(max = 200) String ticket,
        @Size(max = 200) String customer,
        @Size(max = 200) String customerSource,
        @Size(max = 100) String owner,
        @Size(max = 500) String team)
        implements RowCustomers.NamesCustomer, RowTickets.NamesTicket {}
