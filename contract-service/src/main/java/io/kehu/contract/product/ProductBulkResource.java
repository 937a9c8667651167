package io.kehu.contract.product;

import io.kehu.platform.batch.Batch;
import io.kehu.platform.batch.BatchAnswer;
import io.kehu.platform.batch.BatchCommands;
import io.kehu.platform.batch.Batches;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.MindsItsKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/products")
@Tag(name = "Products 产品")
@RunOnVirtualThread
@Idempotent
public class ProductBulkResource {

    private final ProductResource single;
    private final Batches batches;

    ProductBulkResource(ProductResource single, Batches batches) {
        this.single = single;
        this.batches = batches;
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("product:write")
    @Operation(
            summary = "Create, change and delete up to 200 products 批量新建、修改、删除, each judged as if it were sent alone;"
                    + " deleting takes product:delete too")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @Valid @NotNull Batch<ProductFields> batch) {
        return batches.run(
                batch, atomic, new BatchCommands<>("product", single::create, single::update, single::delete));
    }
}
