package io.kehu.opportunity.target;

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

@Path("/v1/targets/custom-fields")
@Tag(name = "Sales targets 业绩目标")
@RunOnVirtualThread
@Idempotent
public class TargetFieldResource {

    private final CustomFieldRules rules;

    TargetFieldResource(CustomFieldRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("target:read")
    @Operation(summary = "List the fields that the company has defined of sales targets 自定义字段")
    public List<CustomField> listFields() {
        return rules.of(TargetRepository.RESOURCE);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("target:read")
    @Operation(summary = "Get a custom field of sales targets 查看自定义字段")
    public CustomField getField(String key) {
        return rules.require(TargetRepository.RESOURCE, key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("target:admin")
    @Operation(
            summary =
                    "Define a custom field of sales targets, or change one 定义自定义字段; it is not deleted but set inactive")
    public CustomField putField(@Pattern(regexp = CustomField.KEY) String key, @Valid @NotNull CustomField definition) {
        return rules.put(TargetRepository.RESOURCE, key, definition);
    }
}
