package io.kehu.customer.duplicate;

import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
}
