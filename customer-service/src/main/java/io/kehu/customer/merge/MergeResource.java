package io.kehu.customer.merge;

import io.kehu.customer.CustomerView;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Needs the permission to delete, because the merged customers are gone from every list, as deleted ones are. */
@Path("/v1/customers")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class MergeResource {

    private final MergeService merging;
    private final UnmergeService unmerging;

    MergeResource(MergeService merging, UnmergeService unmerging) {
        this.merging = merging;
        this.unmerging = unmerging;
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed("customer:delete")
    @Operation(
            summary =
                    "Merge other customers into this one 合并客户: their contacts, subsidiaries, keys of other systems, opportunities,"
                            + " activities, tickets, surveys and contracts follow. Reading a merged one then answers 301, writing to it 409")
    public CustomerView merge(UUID id, @Valid @NotNull MergeCustomers command) {
        return merging.merge(id, command);
    }

    @POST
    @Path("/{id}/unmerge")
    @RolesAllowed("customer:delete")
    @Operation(
            summary =
                    "Make a merged customer one of its own again 撤销合并, within 30 days: what has moved last by the merge goes back")
    public CustomerView unmerge(UUID id) {
        return unmerging.unmerge(id);
    }
}
