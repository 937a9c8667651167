package io.kehu.opportunity.lead;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/lead-forms")
@Tag(name = "Lead forms 线索表单")
@RunOnVirtualThread
@Idempotent
public class LeadFormResource {

    static final String KEY = "[A-Za-z0-9_-]{3,64}";

    private final LeadForms forms;

    LeadFormResource(LeadForms forms) {
        this.forms = forms;
    }

    @GET
    @RolesAllowed("lead:read")
    @Operation(summary = "List the web forms for leads 线索表单列表, all on one page")
    public Page<LeadFormView> listForms() {
        return new Page<>(forms.all(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("lead:read")
    @Operation(summary = "Get a web form for leads 查看线索表单")
    public LeadFormView getForm(String key) {
        return forms.require(key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("lead:admin")
    @Operation(
            summary =
                    "Define a web form for leads, or change one 定义线索表单; it is not deleted but set inactive. A new one is answered with its API key, once")
    public LeadFormView putForm(@Pattern(regexp = KEY) String key, @Valid @NotNull LeadForm form) {
        return forms.put(key, form);
    }

    @POST
    @Path("/{key}/key")
    @ResponseStatus(200)
    @RolesAllowed("lead:admin")
    @Operation(
            summary =
                    "Make another API key for a web form 更换表单密钥: it is told here and never again, and the one before is good for nothing from now on")
    public LeadFormView renewKey(String key) {
        return forms.renewKey(key);
    }
}
