package io.kehu.customer;

import io.kehu.customer.contact.Erasure;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/customers")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class CustomerPrivacyResource {

    private final CustomerPrivacy privacy;

    CustomerPrivacyResource(CustomerPrivacy privacy) {
        this.privacy = privacy;
    }

    @POST
    @Path("/{id}/reveal")
    @NeverReplayed
    @RolesAllowed(Reveals.PERMISSION)
    @AlsoNeeds("customer:read")
    @Operation(summary = "Get one masked value of a customer in clear 查看明文, for a reason that is kept")
    public Revealed reveal(UUID id, @Valid @NotNull Reveal request) {
        return privacy.reveal(id, request);
    }

    @GET
    @Path("/{id}/access-log")
    @RolesAllowed("customer:admin")
    @Operation(summary = "Who was given masked values of a customer in clear, when and why 访问记录, the newest first")
    public Page<AccessEntry> accesses(UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return privacy.accesses(id, cursor, limit);
    }

    @GET
    @Path("/{id}/personal-data")
    @RolesAllowed("customer:export")
    @AlsoNeeds(Caller.PERSONAL_DATA)
    @Operation(summary = "Get all that is kept of an individual 个人信息副本, for a reason that is kept")
    public CustomerDataExport export(UUID id, @RestQuery @NotBlank @Size(min = 3, max = 500) String reason) {
        return privacy.export(id, reason);
    }

    @POST
    @Path("/{id}/erase")
    @RolesAllowed("customer:delete")
    @AlsoNeeds(Caller.PERSONAL_DATA)
    @Operation(
            summary = "Destroy the personal data of an individual, and of what has been merged into it, now and in its"
                    + " past, for good 清除个人信息")
    public CustomerView erase(UUID id, @Valid @NotNull Erasure request) {
        return privacy.erase(id, request.reason());
    }
}
