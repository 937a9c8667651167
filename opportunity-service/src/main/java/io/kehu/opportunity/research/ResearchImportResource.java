package io.kehu.opportunity.research;

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

@Path("/v1/market-research/imports")
@Tag(name = "Market research 市场调研")
@RunOnVirtualThread
@Idempotent
public class ResearchImportResource {

    private final Imports imports;

    ResearchImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @ResponseStatus(202)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("competitor:import")
    @Operation(summary = "Import market research from a file 导入")
    public RestResponse<ImportJob> startImport(@BeanParam ImportForm form) {
        return imports.start(ResearchRepository.RESOURCE, form);
    }

    @GET
    @RolesAllowed("competitor:import")
    @Operation(summary = "List imports of market research 导入记录, the newest first")
    public Page<ImportJob> listImports(@RestQuery String cursor, @RestQuery Integer limit) {
        return imports.list(ResearchRepository.RESOURCE, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("competitor:import")
    @Operation(summary = "Get an import of market research with its progress 导入进度")
    public ImportJob getImport(UUID id) {
        return imports.get(ResearchRepository.RESOURCE, id);
    }

    @GET
    @Path("/{id}/errors")
    @Produces({TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE})
    @RolesAllowed("competitor:import")
    @Operation(summary = "Get the rows that an import of market research rejected 错误行, with row numbers and reasons")
    public Download getImportErrors(UUID id) {
        return imports.errors(ResearchRepository.RESOURCE, id);
    }

    @GET
    @Path("/template")
    @Produces({TableType.XLSX_MEDIA_TYPE, TableType.CSV_MEDIA_TYPE})
    @RolesAllowed("competitor:import")
    @Operation(
            summary =
                    "Get an empty file for an import of market research 导入模板, XLSX with instructions and drop-downs, or CSV")
    public Download getImportTemplate() {
        return imports.template(ResearchRepository.RESOURCE);
    }

    @POST
    @Path("/{id}/revert")
    @ResponseStatus(202)
    @RolesAllowed("competitor:import")
    @Operation(
            summary =
                    "Take back what an import of market research did and nobody has changed since 撤销导入, as a job of its own")
    public RestResponse<ImportJob> revertImport(UUID id) {
        return imports.revert(ResearchRepository.RESOURCE, id);
    }

    @POST
    @Path("/{id}/cancel")
    @ResponseStatus(200)
    @RolesAllowed("competitor:import")
    @Operation(summary = "Stop an import of market research 取消导入; what it has done stays")
    public ImportJob cancelImport(UUID id) {
        return imports.cancel(ResearchRepository.RESOURCE, id);
    }
}
