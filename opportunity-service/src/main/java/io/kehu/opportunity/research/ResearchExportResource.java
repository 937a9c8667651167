package io.kehu.opportunity.research;

import io.kehu.platform.exchange.Exports;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.table.Download;
import io.kehu.platform.table.TableType;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of market research as a file, which takes a permission of its own. */
@Path("/v1/market-research")
@RunOnVirtualThread
@Idempotent
public class ResearchExportResource {

    private final Exports exports;

    ResearchExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Produces({TableType.CSV_BESIDE_JSON, TableType.XLSX_BESIDE_JSON})
    @RolesAllowed("competitor:export")
    @Operation(hidden = true)
    public Download export(@BeanParam ListRequest request) {
        return exports.of(ResearchRepository.RESOURCE, request);
    }
}
