package io.kehu.customer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a customer belongs in its group 集团. */
@Schema(description = "The parent in the group 上级客户")
public record Parent(
        @NotNull UUID customerId,

        @Schema(description = "How the customer belongs to the parent")
        Relation relation,

        @Schema(description = "The parent's share, 0 to 1 持股比例")
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 4)
        BigDecimal share) {

    private static final int KEPT_DECIMALS = 4;

    /** The share as it is kept, so that the same one is equal. */
    public Parent {
        if (share != null && share.stripTrailingZeros().scale() <= KEPT_DECIMALS) {
            share = share.setScale(KEPT_DECIMALS);
        }
    }

    /** How a customer belongs to its parent. */
    public enum Relation {
        SUBSIDIARY,
        HOLDING,
        BRANCH,
        AFFILIATE
    }
}
