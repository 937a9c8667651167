package io.kehu.customer.contact;

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

@Path("/v1/contacts")
@Tag(name = "Contacts 联系人")
@RunOnVirtualThread
@Idempotent
public class ContactPrivacyResource {

    private final ContactPrivacy privacy;

    ContactPrivacyResource(ContactPrivacy privacy) {
        this.privacy = privacy;
    }

    @POST
    @Path("/{id}/reveal")
    @NeverReplayed
    @RolesAllowed(Reveals.PERMISSION)
    @AlsoNeeds("contact:read")
    @Operation(summary = "Get one masked value of a contact in clear 查看明文, for a reason that is kept")
    public Revealed reveal(UUID id, @Valid @NotNull Reveal request) {
        return privacy.reveal(id, request);
    }

    @GET
    @Path("/{id}/access-log")
    @RolesAllowed("contact:admin")
    @Operation(summary = "Who was given personal data of a contact in clear, when and why 访问记录, the newest first")
    public Page<AccessEntry> accesses(UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return privacy.accesses(id, cursor, limit);
    }

    @GET
    @Path("/{id}/personal-data")
    @RolesAllowed("contact:export")
    @AlsoNeeds(Caller.PERSONAL_DATA)
    @Operation(summary = "Get all that is kept of a person 个人信息副本, for a reason that is kept")
    public PersonalDataExport export(UUID id, @RestQuery @NotBlank @Size(min = 3, max = 500) String reason) {
        return privacy.export(id, reason);
    }

    @POST
    @Path("/{id}/erase")
    @RolesAllowed("contact:delete")
    @AlsoNeeds(Caller.PERSONAL_DATA)
    @Operation(summary = "Destroy the personal data of a contact, now and in its past, for good 清除个人信息")
    public ContactView erase(UUID id, @Valid @NotNull Erasure request) {
        return privacy.erase(id, request.reason());
    }
}
