package io.kehu.opportunity;

import io.kehu.platform.customfield.CustomField;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/opportunities/custom-fields")
@Tag(name = "Opportunities 商机")
@RunOnVirtualThread
@Idempotent
public class OpportunityFieldResource {

    private final CustomFieldRules rules;

    OpportunityFieldResource(CustomFieldRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("opportunity:read")
    @Operation(summary = "List the fields that the company has defined of opportunities 自定义字段")
    public List<CustomField> listFields() {
        return rules.of(Opportunities.RESOURCE);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Get a custom field of opportunities 查看自定义字段")
    public CustomField getField(String key) {
        return rules.require(Opportunities.RESOURCE, key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("opportunity:admin")
    @Operation(
            summary =
                    "Define a custom field of opportunities, or change one 定义自定义字段; it is not deleted but set inactive")
    public CustomField putField(@Pattern(regexp = CustomField.KEY) String key, @Valid @NotNull CustomField definition) {
        return rules.put(Opportunities.RESOURCE, key, definition);
    }
}
