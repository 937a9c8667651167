package io.kehu.customer.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/**
 * A contact as a row of an import states it.
 *
 * @param customer key of the customer in the same other system
 */
record ContactRow(
        @Valid ContactFields fields,
        @Size(max = 200) String customer,
        @Size(max = 100) String owner,
        @Size(max = 500) String team) {}
