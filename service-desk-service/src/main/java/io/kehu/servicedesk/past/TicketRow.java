package io.kehu.servicedesk.past;

import io.kehu.servicedesk.TicketFields;
import io.kehu.servicedesk.reference.RowCustomers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/**
 * A ticket of the past as the rows of an import state it, one row for each of its updates.
 *
 * @param type     code or name of its type
 * @param customer key of the customer in the other system
 */
record TicketRow(
        @Valid TicketFields fields,
        @Valid PastCourse course,
        @Size(max = 100) String type,
        @Size(max = 200) String customerSource,
        @Size(max = 200) String customer)
        implements RowCustomers.NamesCustomer {}
