package io.kehu.contract.product;

import io.kehu.platform.exchange.ImportForm;
import io.kehu.platform.exchange.ImportJob;
import io.kehu.platform.exchange.Imports;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/products/imports")
@Tag(name = "Products 产品")
@RunOnVirtualThread
@Idempotent
public class ProductImportResource {

    private final Imports imports;

    ProductImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @ResponseStatus(202)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("product:import")
    @Operation(summary = "Import products from a file 导入")
    public RestResponse<ImportJob> startImport(@BeanParam ImportForm form) {
        return imports.start("products", form);
    }

    @GET
    @RolesAllowed("product:import")
    @Operation(summary = "List imports of products 导入记录, the newest first")
    public Page<ImportJob> listImports(@RestQuery String cursor, @RestQuery Integer limit) {
        return imports.list("products", cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("product:import")
    @Operation(summary = "Get an import of products with its progress 导入进度")
    public ImportJob getImport(UUID id) {
        return imports.get("products", id);
    }

    @GET
    @Path("/{id}/errors")
    @Produces("text/csv")
    @RolesAllowed("product:import")
    @Operation(summary = "Get the rows that an import of products rejected 错误行, with row numbers and reasons")
    public RestResponse<StreamingOutput> getImportErrors(UUID id) {
        return imports.errors("products", id);
    }
}
