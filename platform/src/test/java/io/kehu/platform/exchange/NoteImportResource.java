package io.kehu.platform.exchange;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notes/imports")
@Idempotent
@RunOnVirtualThread
public class NoteImportResource {

    private static final String NOTES = "notes";

    private final Imports imports;

    public NoteImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("note:import")
    public RestResponse<ImportJob> start(@BeanParam ImportForm form) {
        return imports.start(NOTES, form);
    }

    @GET
    @RolesAllowed("note:import")
    public Page<ImportJob> list(@RestQuery String cursor, @RestQuery Integer limit) {
        return imports.list(NOTES, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("note:import")
    public ImportJob get(UUID id) {
        return imports.get(NOTES, id);
    }

    @GET
    @Path("/{id}/errors")
    @Produces({TableType.CSV_MEDIA_TYPE, TableType.XLSX_MEDIA_TYPE})
    @RolesAllowed("note:import")
    public Download errors(UUID id) {
        return imports.errors(NOTES, id);
    }

    @GET
    @Path("/template")
    @Produces({TableType.XLSX_MEDIA_TYPE, TableType.CSV_MEDIA_TYPE})
    @RolesAllowed("note:import")
    public Download template() {
        return imports.template(NOTES);
    }

    @POST
    @Path("/{id}/revert")
    @RolesAllowed("note:import")
    public RestResponse<ImportJob> revert(UUID id) {
        return imports.revert(NOTES, id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("note:import")
    public ImportJob cancel(UUID id) {
        return imports.cancel(NOTES, id);
    }
}
