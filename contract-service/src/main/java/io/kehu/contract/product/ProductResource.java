package io.kehu.contract.product;

import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.Patch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/products")
@Tag(name = "Products 产品")
@RunOnVirtualThread
@Idempotent
public class ProductResource {

    private final ProductService service;

    ProductResource(ProductService service) {
        this.service = service;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("product:write")
    @Operation(summary = "Create a product 新建产品")
    public ProductView create(@Valid @NotNull ProductFields fields) {
        return service.create(fields);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("product:read")
    @Operation(summary = "List products 产品列表")
    public Page<ProductView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("product:read")
    @Operation(summary = "Count the products that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("product:read")
    @Operation(summary = "Get a product 查看产品, now or as it was recorded at an instant")
    public ProductView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("product:write")
    @Operation(summary = "Change fields of a product 修改产品 (JSON Merge Patch)")
    public ProductView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ProductFields.class)))
                    Patch<ProductFields> patch) {
        return service.update(id, patch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("product:delete")
    @Operation(summary = "Move a product to the recycle bin 删除产品, unless a contract has it")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("product:delete")
    @Operation(summary = "Take a product back from the recycle bin 恢复产品")
    public ProductView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("product:read")
    @Operation(summary = "Get the product that has a key in another system 按外部编号查看")
    public ProductView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("product:write")
    @Operation(summary = "Create or change the product that has a key in another system 按外部编号新建或更新")
    public RestResponse<ProductView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull ProductFields fields) {
        return service.upsert(new ExternalId(source, externalId), fields).response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("product:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
