package io.kehu.reporting.reconciliation;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.TableAnswer;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reports/reconciliation")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class ReconciliationResource {

    private final ReconciliationReport report;

    ReconciliationResource(ReconciliationReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Reconciliation 对账: count and amount of each source beside the read model's",
            description = "Totals of the whole company, so only for callers who see every row.")
    public Reconciliation reconciliation() {
        if (!Visibility.current().everything()) {
            throw new ForbiddenException();
        }
        return report.make();
    }
}
