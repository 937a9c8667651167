package io.kehu.customer.merge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which customers turn out to be one, and whose values it keeps. */
@Schema(description = "Customers to merge into one 合并客户")
public record MergeCustomers(
        @Schema(description = "The others, which become the survivor") @NotNull @Size(min = 1, max = 20)
        List<@NotNull UUID> customers,

        @Schema(
                description =
                        "Fields of which another customer's value is kept: name of the field and id of the customer. For the rest the"
                                + " survivor's values stay, and what it lacks comes from the first of the others that has it; tags are joined")
        @Size(max = 50)
        Map<@Size(max = 50) String, @NotNull UUID> choices) {

    public MergeCustomers {
        choices = choices == null ? Map.of() : Map.copyOf(choices);
    }
}
