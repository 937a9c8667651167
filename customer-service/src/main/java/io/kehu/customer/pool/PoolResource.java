package io.kehu.customer.pool;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/customer-pools")
@Tag(name = "Customer pools 公海")
@RunOnVirtualThread
@Idempotent
public class PoolResource {

    private final PoolService service;

    PoolResource(PoolService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed("customer:read")
    @Operation(
            summary =
                    "List the pools that the caller may claim from or look after 公海列表; their customers: filter=poolId==…")
    public Page<PoolView> list() {
        return service.page();
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Pools.ADMIN)
    @Operation(summary = "Create a pool 新建公海")
    public PoolView create(@Valid @NotNull PoolFields fields) {
        return service.create(fields);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("customer:read")
    @Operation(summary = "Get a pool with its rules 查看公海")
    public PoolView get(UUID id) {
        return service.get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Pools.ADMIN)
    @Operation(summary = "Change a pool 修改公海; customers in it are shown to other teams within seconds")
    public PoolView update(UUID id, @Valid @NotNull PoolFields fields) {
        return service.update(id, fields);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Pools.ADMIN)
    @Operation(summary = "Delete a pool without customers 删除公海")
    public void delete(UUID id) {
        service.delete(id);
    }
}
