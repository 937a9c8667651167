package io.kehu.opportunity.lead;

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

@Path("/v1/leads/custom-fields")
@Tag(name = "Leads 线索")
@RunOnVirtualThread
@Idempotent
public class LeadFieldResource {

    private final CustomFieldRules rules;

    LeadFieldResource(CustomFieldRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("lead:read")
    @Operation(summary = "List the fields that the company has defined of leads 自定义字段")
    public List<CustomField> listFields() {
        return rules.of(LeadTerms.RESOURCE);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("lead:read")
    @Operation(summary = "Get a custom field of leads 查看自定义字段")
    public CustomField getField(String key) {
        return rules.require(LeadTerms.RESOURCE, key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("lead:admin")
    @Operation(summary = "Define a custom field of leads, or change one 定义自定义字段; it is not deleted but set inactive")
    public CustomField putField(@Pattern(regexp = CustomField.KEY) String key, @Valid @NotNull CustomField definition) {
        return rules.put(LeadTerms.RESOURCE, key, definition);
    }
}
