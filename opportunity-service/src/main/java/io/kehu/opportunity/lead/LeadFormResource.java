package io.kehu.opportunity.lead;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.AddressAllowance;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
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
    private final SubmissionService submissions;
    private final AddressAllowance allowance;

    LeadFormResource(LeadForms forms, SubmissionService submissions, AddressAllowance allowance) {
        this.allowance = allowance;
        this.forms = forms;
        this.submissions = submissions;
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
    @Operation(summary = "Define a web form for leads, or change one 定义线索表单; it is not deleted but set inactive")
    public LeadFormView putForm(@Pattern(regexp = KEY) String key, @Valid @NotNull LeadForm form) {
        return forms.put(key, form);
    }

    @POST
    @Path("/{key}/submissions")
    @ResponseStatus(202)
    @PermitAll
    @NeverReplayed
    @Operation(
            summary =
                    "Send a web form 提交表单: public, without a token; limited per form and address, 404 for a form that there is not")
    public void submit(String key, @Context HttpServerRequest request, @Valid @NotNull LeadSubmission submission) {
        submissions.submit(key, request.getHeader("Origin"), allowance.address(request), submission);
    }
}
