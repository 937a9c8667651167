package io.kehu.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why, and into which pool, a customer is given up. */
@Schema(description = "Why, and into which pool 公海, a customer is given up")
record ReleaseCustomer(
        @Schema(description = "The pool; the one nearest to the customer's team when left out")
        UUID poolId,

        @Schema(description = "Why 放入原因", examples = "No need this year") @NotBlank @Size(max = 500)
        String reason) {}
