package io.kehu.customer.contact;

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

@Path("/v1/contacts/custom-fields")
@Tag(name = "Contacts 联系人")
@RunOnVirtualThread
@Idempotent
public class ContactFieldResource {

    private final CustomFieldRules rules;

    ContactFieldResource(CustomFieldRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed("contact:read")
    @Operation(summary = "List the fields that the company has defined of contacts 自定义字段")
    public List<CustomField> listFields() {
        return rules.of(ContactTerms.RESOURCE);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("contact:read")
    @Operation(summary = "Get a custom field of contacts 查看自定义字段")
    public CustomField getField(String key) {
        return rules.require(ContactTerms.RESOURCE, key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("contact:admin")
    @Operation(summary = "Define a custom field of contacts, or change one 定义自定义字段; it is not deleted but set inactive")
    public CustomField putField(@Pattern(regexp = CustomField.KEY) String key, @Valid @NotNull CustomField definition) {
        return rules.put(ContactTerms.RESOURCE, key, definition);
    }
}
