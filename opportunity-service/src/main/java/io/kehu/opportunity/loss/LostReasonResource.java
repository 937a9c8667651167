package io.kehu.opportunity.loss;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/lost-reasons")
@Tag(name = "Lost reasons 丢单原因")
@RunOnVirtualThread
@Idempotent
public class LostReasonResource {

    private final LostReasons reasons;

    LostReasonResource(LostReasons reasons) {
        this.reasons = reasons;
    }

    @GET
    @RolesAllowed("opportunity:read")
    @Operation(summary = "List the reasons for losing a deal 丢单原因列表 in their order, all on one page")
    public Page<LostReasonView> listReasons() {
        return new Page<>(reasons.all(), null, null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Get a reason for losing a deal 查看丢单原因")
    public LostReasonView getReason(String key) {
        return reasons.require(key);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed("opportunity:admin")
    @Operation(
            summary = "Define a reason for losing a deal, or change one 定义丢单原因; it is not deleted but set inactive."
                    + " NOT_RECORDED is for imports and stays inactive")
    public LostReasonView putReason(
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}") String key, @Valid @NotNull LostReasonFields reason) {
        return reasons.put(key, reason);
    }
}
