package io.kehu.opportunity.lead;

import io.kehu.platform.access.AlsoNeeds;
import io.kehu.platform.access.Caller;
import io.kehu.platform.listing.Page;
import io.kehu.platform.personal.AccessEntry;
import io.kehu.platform.personal.Reveal;
import io.kehu.platform.personal.Revealed;
import io.kehu.platform.personal.Reveals;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/leads")
@Tag(name = "Leads 线索")
@RunOnVirtualThread
@Idempotent
public class LeadPrivacyResource {

    private final LeadPrivacy privacy;

    LeadPrivacyResource(LeadPrivacy privacy) {
        this.privacy = privacy;
    }

    @POST
    @Path("/{id}/reveal")
    @NeverReplayed
    @RolesAllowed(Reveals.PERMISSION)
    @AlsoNeeds("lead:read")
    @Operation(summary = "Get one masked value of a lead in clear 查看明文, for a reason that is kept")
    public Revealed reveal(UUID id, @Valid @NotNull Reveal request) {
        return privacy.reveal(id, request);
    }

    @GET
    @Path("/{id}/access-log")
    @RolesAllowed("lead:admin")
    @Operation(summary = "Who was given personal data of a lead in clear, when and why 访问记录, the newest first")
    public Page<AccessEntry> accesses(UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return privacy.accesses(id, cursor, limit);
    }

    @POST
    @Path("/{id}/erase")
    @RolesAllowed("lead:delete")
    @AlsoNeeds(Caller.PERSONAL_DATA)
    @Operation(summary = "Destroy the personal data of a lead, now and in its past, for good 清除个人信息")
    public LeadView erase(UUID id, @Valid @NotNull LeadErasure request) {
        return privacy.erase(id, request.reason());
    }
}
