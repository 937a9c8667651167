package io.kehu.customer;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class OwnershipResource {

    private final OwnershipService service;

    OwnershipResource(OwnershipService service) {
        this.service = service;
    }

    @POST
    @Path("/{id}/claim")
    @RolesAllowed("customer:write")
    @Operation(
            summary =
                    "Take a customer out of its pool 领取; of several at once one gets it, the others 409; 429 after the"
                            + " claims of a day")
    public CustomerView claim(UUID id) {
        return service.claim(id);
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed("customer:write")
    @Operation(summary = "Put a customer into a pool 放入公海: it has no owner, and the pool's teams see it")
    public CustomerView release(UUID id, @Valid @NotNull ReleaseCustomer release) {
        return service.release(id, release);
    }

    @PUT
    @Path("/{id}/lock")
    @RolesAllowed("customer:write")
    @Operation(
            summary =
                    "Keep a customer from being recycled into a pool 锁定, or let it again; for whoever sees more than the own"
                            + " customers, or has customer:admin")
    public CustomerView lock(UUID id, @Valid @NotNull LockCustomer lock) {
        return service.lock(id, lock.locked());
    }

    @GET
    @Path("/{id}/owners")
    @RolesAllowed("customer:read")
    @Operation(summary = "Whose a customer has been 归属历史, the newest first")
    public Page<OwnerPeriod> owners(UUID id) {
        return service.owners(id);
    }

    @PUT
    @Path("/{id}/lifecycle")
    @RolesAllowed("customer:write")
    @Operation(summary = "Move a customer in its lifecycle 变更客户阶段")
    public CustomerView changeLifecycle(UUID id, @Valid @NotNull ChangeLifecycle change) {
        return service.moveTo(id, change);
    }
}
