package io.kehu.servicedesk.visit;

import io.kehu.platform.exchange.ImportForm;
import io.kehu.platform.exchange.ImportJob;
import io.kehu.platform.exchange.Imports;
import io.kehu.platform.listing.Page;
import io.kehu.platform.table.Download;
import io.kehu.platform.table.TableType;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/visits/imports")
@Tag(name = "Return visits 回访")
@RunOnVirtualThread
@Idempotent
public class VisitImportResource {

    private final Imports imports;

    VisitImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @ResponseStatus(202)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("survey:import")
    @Operation(summary = "Import return visits from a file 导入, planned ones as well as those of the past")
    public RestResponse<ImportJob> startImport(@BeanParam ImportForm form) {
        return imports.start(VisitImport.RESOURCE, form);
    }

    @GET
    @RolesAllowed("survey:import")
    @Operation(summary = "List imports of return visits 导入记录, the newest first")
    public Page<ImportJob> listImports(@RestQuery String cursor, @RestQuery Integer limit) {
        return imports.list(VisitImport.RESOURCE, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("survey:import")
    @Operation(summary = "Get an import of return visits with its progress 导入进度")
    public ImportJob getImport(UUID id) {
        return imports.get(VisitImport.RESOURCE, id);
    }

    @GET
    @Path("/{id}/errors")
    @Produces({TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE})
    @RolesAllowed("survey:import")
    @Operation(summary = "Get the rows that an import of return visits rejected 错误行, with row numbers and reasons")
    public Download getImportErrors(UUID id) {
        return imports.errors(VisitImport.RESOURCE, id);
    }

    @GET
    @Path("/template")
    @Produces({TableType.XLSX_MEDIA_TYPE, TableType.CSV_MEDIA_TYPE})
    @RolesAllowed("survey:import")
    @Operation(
            summary =
                    "Get an empty file for an import of return visits 导入模板, XLSX with instructions and drop-downs, or CSV")
    public Download getImportTemplate() {
        return imports.template(VisitImport.RESOURCE);
    }

    @POST
    @Path("/{id}/revert")
    @ResponseStatus(202)
    @RolesAllowed("survey:import")
    @Operation(
            summary =
                    "Take back what an import of return visits did and nobody has changed since 撤销导入, as a job of its own")
    public RestResponse<ImportJob> revertImport(UUID id) {
        return imports.revert(VisitImport.RESOURCE, id);
    }

    @POST
    @Path("/{id}/cancel")
    @ResponseStatus(200)
    @RolesAllowed("survey:import")
    @Operation(summary = "Stop an import of return visits 取消导入; what it has done stays")
    public ImportJob cancelImport(UUID id) {
        return imports.cancel(VisitImport.RESOURCE, id);
    }
}
