package io.kehu.opportunity.lead;

import io.kehu.events.EventFamily;
import io.kehu.events.Origin;
import io.kehu.platform.access.AlsoNeeds;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.reference.References;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/leads")
@Tag(name = "Leads 线索")
@RunOnVirtualThread
@Idempotent
public class ConversionResource {

    private final LeadConversions conversions;
    private final References references;

    ConversionResource(LeadConversions conversions, References references) {
        this.conversions = conversions;
        this.references = references;
    }

    @POST
    @Path("/{id}/convert")
    @ResponseStatus(200)
    @NeverReplayed
    @RolesAllowed("lead:write")
    @AlsoNeeds({"customer:write", "contact:write", "opportunity:write"})
    @Operation(
            summary =
                    "Make a qualified lead into a customer, a contact and a deal 线索转化; safe to repeat: a lead is converted once. 409"
                            + " lead.customer-duplicate with the candidates in details if there is likely such a customer already. Once"
                            + " begun it answers CONVERTING, and goes on by itself, while customer-service is away")
    public ConversionView convert(
            UUID id,
            @RestQuery
                    @DefaultValue("refuse")
                    @Pattern(regexp = "refuse|create")
                    @Parameter(description = "create makes another customer all the same, and asks for no candidates")
                    String onDuplicate,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) String authorization,
            @Valid @NotNull ConvertLead command) {
        var customerId = references.require("customerId", EventFamily.CUSTOMER, command.customerId());
        var contactId = references.require("contactId", EventFamily.CONTACT, command.contactId());
        if (customerId == null && onDuplicate.equals("refuse")) {
            conversions.requireNew(id, command, authorization);
        }
        var conversion = conversions.begin(id, command.linking(customerId, contactId));
        var view = conversions.resume(conversion, Origin.API);
        if (view.status() == ConversionStatus.REFUSED) {
            throw new RuleViolation("lead.conversion-refused", view.problem());
        }
        return view;
    }

    @GET
    @Path("/{id}/conversion")
    @RolesAllowed("lead:read")
    @Operation(summary = "What a lead has become, or how far its conversion has come 转化结果")
    public ConversionView getConversion(UUID id) {
        return conversions.get(id);
    }
}
