package io.kehu.servicedesk.improvement;

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

@Path("/v1/improvements/imports")
@Tag(name = "Improvement actions 改进措施")
@RunOnVirtualThread
@Idempotent
public class ImprovementImportResource {

    private final Imports imports;

    ImprovementImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @ResponseStatus(202)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("survey:import")
    @Operation(summary = "Import improvement actions from a file 导入")
    public RestResponse<ImportJob> startImport(@BeanParam ImportForm form) {
        return imports.start(ImprovementImport.RESOURCE, form);
    }

    @GET
    @RolesAllowed("survey:import")
    @Operation(summary = "List imports of improvement actions 导入记录, the newest first")
    public Page<ImportJob> listImports(@RestQuery String cursor, @RestQuery Integer limit) {
        return imports.list(ImprovementImport.RESOURCE, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("survey:import")
    @Operation(summary = "Get an import of improvement actions with its progress 导入进度")
    public ImportJob getImport(UUID id) {
        return imports.get(ImprovementImport.RESOURCE, id);
    }

    @GET
    @Path("/{id}/errors")
    @Produces({TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE})
    @RolesAllowed("survey:import")
    @Operation(
            summary = "Get the rows that an import of improvement actions rejected 错误行, with row numbers and reasons")
    public Download getImportErrors(UUID id) {
        return imports.errors(ImprovementImport.RESOURCE, id);
    }

    @GET
    @Path("/template")
    @Produces({TableType.XLSX_MEDIA_TYPE, TableType.CSV_MEDIA_TYPE})
    @RolesAllowed("survey:import")
    @Operation(
            summary =
                    "Get an empty file for an import of improvement actions 导入模板, XLSX with instructions and drop-downs, or CSV")
    public Download getImportTemplate() {
        return imports.template(ImprovementImport.RESOURCE);
    }

    @POST
    @Path("/{id}/revert")
    @ResponseStatus(202)
    @RolesAllowed("survey:import")
    @Operation(
            summary =
                    "Take back what an import of improvement actions did and nobody has changed since 撤销导入, as a job of its own")
    public RestResponse<ImportJob> revertImport(UUID id) {
        return imports.revert(ImprovementImport.RESOURCE, id);
    }

    @POST
    @Path("/{id}/cancel")
    @ResponseStatus(200)
    @RolesAllowed("survey:import")
    @Operation(summary = "Stop an import of improvement actions 取消导入; what it has done stays")
    public ImportJob cancelImport(UUID id) {
        return imports.cancel(ImprovementImport.RESOURCE, id);
    }
}
