package io.kehu.platform.exchange;

import io.kehu.events.ActivityState;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.table.Download;
import io.kehu.platform.table.TableType;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/v1/notes")
@RunOnVirtualThread
public class NoteListResource {

    private final Notes notes;
    private final Exports exports;

    public NoteListResource(Notes notes, Exports exports) {
        this.notes = notes;
        this.exports = exports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("note:read")
    public Page<ActivityState> list(@BeanParam ListRequest request) {
        return notes.page(request).map(Note::state);
    }

    @GET
    @Produces({TableType.CSV_BESIDE_JSON, TableType.XLSX_BESIDE_JSON})
    @RolesAllowed("note:export")
    public Download export(@BeanParam ListRequest request) {
        return exports.of("notes", request);
    }
}
