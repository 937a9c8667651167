package io.kehu.opportunity.lead;

import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.AddressAllowance;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.MindsItsKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where pages send forms: open to anybody. {@link PageOrigins} tells browsers which pages may. */
@Path("/v1/lead-forms/{key}/submissions")
@Tag(name = "Lead forms 线索表单")
@RunOnVirtualThread
@Idempotent
public class SubmissionResource {

    private final SubmissionService submissions;
    private final LeadForms forms;
    private final FormEncoding encoding;
    private final AddressAllowance allowance;

    SubmissionResource(
            SubmissionService submissions, LeadForms forms, FormEncoding encoding, AddressAllowance allowance) {
        this.submissions = submissions;
        this.forms = forms;
        this.encoding = encoding;
        this.allowance = allowance;
    }

    @POST
    @ResponseStatus(202)
    @PermitAll
    @MindsItsKey
    @Operation(
            summary =
                    "Send a web form 提交表单 by its API key: public, without a token, as JSON or as application/x-www-form-urlencoded;"
                            + " limited per form and address, 404 for a form that there is not. From the form's origins a browser may, too")
    public void submit(String key, @Context HttpServerRequest request, @Valid @NotNull LeadSubmission submission) {
        submissions.submit(key, request.getHeader("Origin"), allowance.address(request), submission);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ResponseStatus(202)
    @PermitAll
    @MindsItsKey
    @Operation(hidden = true)
    public void submitEncoded(String key, @Context HttpServerRequest request, MultivaluedMap<String, String> fields) {
        submit(key, request, encoding.read(fields));
    }

    /** What a browser asks before it sends JSON from another site. */
    @OPTIONS
    @PermitAll
    @Operation(hidden = true)
    public Response preflight(String key, @Context HttpServerRequest request) {
        if (forms.sentBy(key)
                .filter(view -> view.form().takes(request.getHeader("Origin")))
                .isEmpty()) {
            throw new NotFound("lead form", key);
        }
        return Response.noContent()
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "content-type,idempotency-key")
                .header("Access-Control-Max-Age", "3600")
                .build();
    }
}
