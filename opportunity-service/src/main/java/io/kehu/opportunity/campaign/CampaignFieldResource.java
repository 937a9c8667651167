package io.kehu.opportunity.campaign;

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

@Path("/v1/campaigns/custom-fields")
@Tag(name = "Campaigns 市场活动")
@RunOnVirtualThread
@Idempotent
public class CampaignFieldResource {

    private final CustomFieldRules rules;

    CampaignFieldResource(CustomFieldRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("campaign:read")
    @Operation(summary = "List the fields that the company has defined of campaigns 自定义字段")
    public List<CustomField> listFields() {
        return rules.of(CampaignRepository.RESOURCE);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Get a custom field of campaigns 查看自定义字段")
    public CustomField getField(String key) {
        return rules.require(CampaignRepository.RESOURCE, key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("campaign:admin")
    @Operation(
            summary = "Define a custom field of campaigns, or change one 定义自定义字段; it is not deleted but set inactive")
    public CustomField putField(@Pattern(regexp = CustomField.KEY) String key, @Valid @NotNull CustomField definition) {
        return rules.put(CampaignRepository.RESOURCE, key, definition);
    }
}
