package io.kehu.customer.duplicate;

import io.kehu.customer.CustomerFields;
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
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/customers")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class DuplicateResource {

    private final DuplicateFinder finder;

    DuplicateResource(DuplicateFinder finder) {
        this.finder = finder;
    }

    @GET
    @Path("/{id}/duplicates")
    @RolesAllowed("customer:read")
    @Operation(summary = "Customers that may be the same as this one 查重, with the reasons and a score")
    public Duplicates duplicates(UUID id) {
        return finder.of(id);
    }

    @POST
    @Path("/duplicates")
    @ResponseStatus(200)
    @NeverReplayed
    @RolesAllowed("customer:write")
    @Operation(
            summary =
                    "Customers of the credit code, phone or name of one that is still to be made 新建前查重, with the reasons and a score")
    public Duplicates duplicatesOfNew(@Valid @NotNull CustomerFields fields) {
        return finder.of(fields);
    }
}
