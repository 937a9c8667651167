package io.kehu.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * A customer as a row of an import states it.
 *
 * @param campaign number of the campaign that it came from
 * @param parent   key of the parent in the same other system
 * @param lifecycle where a new one stands
 */
record CustomerRow(
        @Valid CustomerFields fields,
        @Size(max = 50) String campaign,
        @Size(max = 100) String owner,
        @Size(max = 500) String team,
        @Size(max = 200) String parent,
        Parent.Relation parentRelation,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
        BigDecimal parentShare,

        Lifecycle lifecycle) {}
